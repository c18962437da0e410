import { foldText } from '../fold-text'

/** One name for all that a column may be called by: “VK-Preis”, “vk_preis” and “VKPreis”, “prix d'achat” and “Prix d’achat”. */
export const columnKey = (name: string): string => foldText(name).replace(/[\s_.,:’'/-]+/g, '')
