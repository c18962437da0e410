import { productTypeFields } from '../../../electron/shared/fields/product-type-fields'
import { formatNumber } from '../../../electron/shared/numbers/numbers'
import type { ProductType } from '../../../electron/shared/store'
import { Modal } from '../../overlays/Modal'
import { YesOrNo } from '../../overlays/Question'
import { useTypeTally } from '../../stores/type-tally'
import { activateType, askAboutType, useTypeViewStore } from '../../stores/type-view-store'
import { CreateNamed } from './CreateNamed'
import { createType, deleteType } from './type-acts'
import { useActiveType } from './TypeList'

const check = (name: string) => productTypeFields.name.problem(name, {})

type Props = { connectionId: string; types: readonly ProductType[]; onClosed: () => void }

/** What is asked before a product type is made or deleted. */
export function TypeDialogs({ connectionId, types, onClosed }: Props) {
  const asked = useTypeViewStore((view) => view.asked)
  const type = useActiveType(types)
  const close = () => {
    askAboutType(null)
    // The dialog gives the focus to what opened it, which may be a line that is gone.
    requestAnimationFrame(onClosed)
  }
  const title = asked === 'delete' ? `Delete ${type?.name}?` : 'New product type'
  const isOpen = asked === 'create' || (asked === 'delete' && type !== undefined)
  return (
    <Modal opened={isOpen} onClose={close} title={title} returnFocus={false}>
      {asked === 'create' && <CreateNamed check={check} make={createType} onMade={activateType} onClose={close} />}
      {asked === 'delete' && type && <DeleteType connectionId={connectionId} type={type} onClose={close} />}
    </Modal>
  )
}

type DeleteProps = { connectionId: string; type: ProductType; onClose: () => void }

/** Says what becomes of its products. */
function DeleteType({ connectionId, type, onClose }: DeleteProps) {
  const tally = useTypeTally(connectionId, type.id)
  const act = () => {
    void deleteType(type)
    onClose()
  }
  return (
    <YesOrNo onNo={onClose} yes={{ label: 'Delete', act }}>
      {tally === null ? 'Counting its products…' : becomes(tally.products)}
    </YesOrNo>
  )
}

function becomes(products: number): string {
  if (products === 0) return 'No product is of this type.'
  const are = products === 1 ? '1 product is' : `${formatNumber(products)} products are`
  const they = products === 1 ? 'It becomes' : 'They become'
  return `${are} of this type. ${they} General, and the store drops the values of this type’s own attributes.`
}
