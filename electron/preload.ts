import { contextBridge } from 'electron'

contextBridge.exposeInMainWorld('stockroom', {})
