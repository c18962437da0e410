import { problemOf } from '../../bridge'
import { notifyProblem } from '../../components/notify'
import { offerUndo } from '../../components/offer-undo'
import { deleteProduct, duplicateProduct, type ProductTarget } from '../../stores/whole-product'

export async function duplicate(target: ProductTarget): Promise<void> {
  try {
    await duplicateProduct(target)
  } catch (error) {
    notifyProblem(problemOf(error))
  }
}

export async function remove(target: ProductTarget): Promise<void> {
  try {
    const { undo } = await deleteProduct(target)
    offerUndo({ message: `Deleted ${target.name}`, undo })
  } catch (error) {
    notifyProblem(problemOf(error))
  }
}
