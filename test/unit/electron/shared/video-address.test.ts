import { describe, expect, it } from 'vitest'
import { says } from '../../../../electron/shared/sentence'
import { sentenceText } from '../../../../electron/shared/words/sentence'
import { videoName, videoProblem } from '../../../../electron/shared/video-address'

describe('the address of a video', () => {
  it.each([
    ['https://www.youtube.com/watch?v=dQw4w9WgXcQ&t=42s', 'youtube.com/dQw4w9WgXcQ'],
    ['https://youtu.be/dQw4w9WgXcQ?si=abc', 'youtube.com/dQw4w9WgXcQ'],
    ['http://m.youtube.com/shorts/dQw4w9WgXcQ', 'youtube.com/dQw4w9WgXcQ'],
    ['https://www.youtube-nocookie.com/embed/dQw4w9WgXcQ', 'youtube.com/dQw4w9WgXcQ'],
    ['https://vimeo.com/76979871', 'vimeo.com/76979871'],
    ['https://player.vimeo.com/video/76979871?h=1', 'vimeo.com/76979871'],
    ['https://vimeo.com/channels/staffpicks/76979871', 'vimeo.com/76979871'],
    ['https://video.example.test/watch?v=abc', 'video.example.test/watch?v=abc'],
    ['https://video.example.test/a/', 'video.example.test/a'],
  ])('%s is %s, and can be one', (address, name) => {
    expect(videoName(address)).toBe(name)
    // A name names itself.
    expect(videoName(name)).toBe(name)
    expect(videoProblem(address)).toBeNull()
  })

  it.each([
    ['', /Enter the address/],
    ['youtube', /Enter the address/],
    ['ftp://video.example.test/1', /Enter the address/],
    ['https://video.example.test/a.MP4', /video file/],
    ['https://video.example.test/a.jpg', /no video at this address/],
    ['https://video.example.test/', /no video at this address/],
    ['https://www.youtube.com/watch', /no single video/],
    ['https://www.youtube.com/@somebody/videos', /no single video/],
    ['https://vimeo.com/somebody', /no single video/],
  ])('%s is none', (address, sentence) => {
    expect(sentenceText(says(videoProblem(address)!))).toMatch(sentence)
  })
})
