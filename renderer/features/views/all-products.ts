export const allProducts = 'All products'
