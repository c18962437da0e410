import type { ComponentType } from 'react'
import type { KindName, Part } from '../../../electron/shared/fields/kind'
import { AttributeShowsControl } from './AttributeShowsControl'
import { AttributeTextsControl } from './AttributeTextsControl'
import { AttributesControl } from './AttributesControl'
import { CategoryPicker } from './CategoryPicker'
import { CategoryControl, ChoiceControl, ProductTypeControl } from './ChoiceControl'
import { ControlProblem } from './ControlProblem'
import type { ControlProps, PropsOf } from './control'
import classes from './controls.module.css'
import { FlagControl } from './FlagControl'
import { TranslationsControl } from './languages/TranslationsControl'
import { ListControl } from './ListControl'
import { NumberControl } from './NumberControl'
import { ColoursControl } from './options/ColoursControl'
import { OptionsControl } from './options/OptionsControl'
import { ProductControl } from './products/ProductControl'
import { ProductsControl } from './products/ProductsControl'
import { ShippingMethodsControl, TaxesControl } from './SetControl'
import { ColourControl, LongTextControl, SourceControl, TextControl } from './TextControl'

/** How a value of each kind is edited; a kind without a control does not compile. */
const controls: { [Name in KindName]: ComponentType<PropsOf<Name>> } = {
  text: TextControl,
  longText: LongTextControl,
  html: SourceControl,
  colour: ColourControl,
  colours: ColoursControl,
  flag: FlagControl,
  choice: ChoiceControl,
  number: NumberControl,
  categories: ({ value, words, ...rest }) => <CategoryPicker {...rest} chosen={value} categories={words.categories} />,
  category: CategoryControl,
  productType: ProductTypeControl,
  product: ProductControl,
  shippingMethods: ShippingMethodsControl,
  taxes: TaxesControl,
  attributes: AttributesControl,
  attributeTexts: AttributeTextsControl,
  attributeShows: AttributeShowsControl,
  record: RecordControl,
  list: (props) => <ListControl {...props} Control={ControlOf} />,
  options: OptionsControl,
  products: ProductsControl,
  translations: (props) => <TranslationsControl {...props} Control={ControlOf} />,
}

/** The control of a value whose kind is known by name only. */
export function ControlOf(props: ControlProps) {
  // The kind names the control for its own values.
  const Control = controls[props.kind.name] as ComponentType<ControlProps>
  return <Control {...props} />
}

/** The parts that mean something beside the others, each by the control of its kind, numbers side by side. */
function RecordControl({ isLabelHidden: _, ...props }: PropsOf<'record'>) {
  const { path, kind, value, saved, error, hint, texts, onChange, ...shared } = props
  const problemAt = (name: string) => texts.problemAt(`${path}.${name}`)
  const parts = Object.entries(kind.parts).filter(([name, part]) => part.counts(value) || problemAt(name))
  const draw = ([name, part]: [string, Part]) => (
    <div key={name} data-field={`${path}.${name}`}>
      <ControlOf
        {...shared}
        path={`${path}.${name}`}
        label={part.label}
        hint={part.hint}
        kind={part.kind}
        value={value[name]}
        saved={saved[name]}
        texts={texts}
        error={problemAt(name)}
        onChange={(next, typed) => onChange(part.settled({ ...value, [name]: next }), typed)}
      />
    </div>
  )
  const numbers = parts.filter(([, part]) => part.kind.name === 'number')
  return (
    <div className={classes.record}>
      {hint && <p className={classes.quiet}>{hint}</p>}
      {parts.filter(([, part]) => part.kind.name !== 'number').map(draw)}
      {numbers.length > 0 && <div className={classes.numbers}>{numbers.map(draw)}</div>}
      <ControlProblem error={error} />
    </div>
  )
}
