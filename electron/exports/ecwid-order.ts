/** Columns in the order of Ecwid's own exports; `*`: all whose names begin so, as they come. */
const order: readonly string[] = [
  ...['type', 'product_internal_id', 'product_sku', 'product_name', 'product_price', 'product_compare_to_price'],
  ...['product_cost_price', 'product_is_inventory_tracked', 'product_quantity'],
  ...['product_quantity_out_of_stock_behaviour', 'product_low_stock_notification_quantity'],
  ...['product_quantity_minimum_allowed_for_purchase', 'product_quantity_maximum_allowed_for_purchase'],
  ...['product_is_available', 'product_media_*', 'product_description', 'product_category_*', 'product_is_featured'],
  ...['product_brand', 'product_upc', 'product_attribute_*', 'product_ribbon_text', 'product_ribbon_color'],
  ...['product_subtitle', 'product_weight', 'product_is_shipping_required'],
  ...['product_length', 'product_width', 'product_height', 'product_shipping_preparation_time_for_shipping_in_days'],
  ...['product_shipping_preparation_time_for_pickup_in_minutes'],
  ...['product_shipping_preparation_time_for_local_delivery_in_minutes'],
  ...['product_shipping_preparation_time_for_preorders_in_days'],
  ...['product_shipping_show_delivery_date_on_the_product_page', 'product_shipping_type'],
  ...['product_shipping_fixed_rate', 'product_shipping_method_markup', 'product_taxable', 'product_tax_class_code'],
  ...['product_seo_title', 'product_seo_description', 'product_related_items_random'],
  ...['product_related_items_random_number_of_items', 'product_custom_price_enabled'],
  ...['product_is_review_collection_enabled', 'product_subscription_enabled'],
  ...['product_subscription_one_time_purchase_enabled', 'product_subscription_one_time_purchase_price'],
  ...['product_google_product_category_code', 'product_option_*', 'product_variation_option_*'],
  ...['product_variation_sku', 'category_*', 'custom_url_slug'],
]

/** Where a column stands among all that there may be; -1: nobody knows it. */
export const ecwidPlace = (title: string): number =>
  order.findIndex((one) => (one.endsWith('*') ? title.startsWith(one.slice(0, -1)) : one === title))

/** As they stand in Ecwid's own exports. */
export const inEcwidsOrder = <Column extends { title: string }>(columns: readonly Column[]): Column[] =>
  columns.toSorted((one, other) => ecwidPlace(one.title) - ecwidPlace(other.title))
