/** Everything between the window and main goes over this one channel of Electron, but for the files a person hands over. */
export const wireChannel = 'wire'
