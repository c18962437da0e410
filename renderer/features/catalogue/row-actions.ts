import { problemOf } from '../../bridge'
import { notifyProblem } from '../../components/notify'
import { tellDone } from '../../components/offer-undo'
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
    tellDone({ problem: null, message: `Deleted ${target.name}`, ...(await deleteProduct(target)) })
  } catch (error) {
    notifyProblem(problemOf(error))
  }
}
