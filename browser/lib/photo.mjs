// A photo as a phone takes it: lying on its side, with the place noted beside the picture.

/** What the camera notes, and nobody may ever read. */
export const CANARY = 'CanaryCam of 47.4979 N 19.0402 E'

/** A JPEG of a river under a bridge, painted by the page's own browser and noted as turned (6) and taken somewhere. */
export async function photo(page, width = 1600, height = 1200) {
  const painted = await page.evaluate(([width, height]) => {
    const canvas = Object.assign(document.createElement('canvas'), { width, height })
    const pen = canvas.getContext('2d')
    // The camera lay on its side: what is up in the world is to the left here.
    pen.translate(0, height)
    pen.rotate(-Math.PI / 2)
    const [wide, tall] = [height, width]
    const sky = pen.createLinearGradient(0, 0, 0, tall)
    for (const [at, colour] of [[0, '#7fb2d9'], [0.5, '#f2dfb8'], [0.55, '#4d7a52'], [0.7, '#3c6475'], [1, '#1f3b47']]) sky.addColorStop(at, colour)
    pen.fillStyle = sky
    pen.fillRect(0, 0, wide, tall)
    pen.strokeStyle = '#6b3a2e'
    pen.lineWidth = wide / 40
    pen.beginPath()
    pen.arc(wide / 2, tall * 0.95, wide * 0.55, Math.PI * 1.15, Math.PI * 1.85)
    pen.stroke()
    pen.fillStyle = '#b3402f'
    pen.beginPath()
    pen.ellipse(wide * 0.4, tall * 0.82, wide * 0.12, tall * 0.025, 0, 0, Math.PI)
    pen.fill()
    return canvas.toDataURL('image/jpeg', 0.9).split(',')[1]
  }, [width, height])
  const jpeg = Buffer.from(painted, 'base64')
  const notes = camera()
  const head = Buffer.from([0xff, 0xe1, (notes.length + 2) >> 8, (notes.length + 2) & 255])
  return Buffer.concat([jpeg.subarray(0, 2), head, notes, jpeg.subarray(2)])
}

/** Exif: the camera's name, how it was held, and where it was. */
function camera() {
  const name = Buffer.from(`${CANARY}\0`)
  const nameAt = 8 + 2 + 3 * 12 + 4
  const placeAt = nameAt + name.length
  const numbersAt = placeAt + 2 + 4 * 12 + 4
  const note = (tag, kind, count, value) => {
    const bytes = Buffer.alloc(12)
    bytes.writeUInt16LE(tag, 0)
    bytes.writeUInt16LE(kind, 2)
    bytes.writeUInt32LE(count, 4)
    bytes.writeUInt32LE(value, 8)
    return bytes
  }
  const number = (value) => {
    const bytes = Buffer.alloc(8)
    bytes.writeUInt32LE(value, 0)
    bytes.writeUInt32LE(1, 4)
    return bytes
  }
  return Buffer.concat([
    Buffer.from('Exif\0\0II\x2a\0\x08\0\0\0\x03\0', 'latin1'),
    note(0x010f, 2, name.length, nameAt), note(0x0112, 3, 1, 6), note(0x8825, 4, 1, placeAt), Buffer.alloc(4),
    name,
    Buffer.from([4, 0]),
    note(1, 2, 2, 'N'.charCodeAt(0)), note(2, 5, 3, numbersAt), note(3, 2, 2, 'E'.charCodeAt(0)), note(4, 5, 3, numbersAt + 24),
    Buffer.alloc(4),
    ...[47, 29, 52, 19, 2, 25].map(number),
  ])
}
