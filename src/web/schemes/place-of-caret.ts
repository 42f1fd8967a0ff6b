/** As wide as the list of suggestions can be. */
const LIST_WIDTH = 280;

let canvas: CanvasRenderingContext2D | null = null;

/** Where a place of a text field stands, below its line, from the corner of the field's frame; lines do not wrap. */
export function placeOfCaret(field: HTMLTextAreaElement, at: number): { readonly left: number; readonly top: number } {
  const before = field.value.slice(0, at).split('\n');
  const { font, lineHeight, paddingInlineStart, paddingBlockStart } = getComputedStyle(field);
  canvas ??= document.createElement('canvas').getContext('2d');
  if (canvas) canvas.font = font;
  const width = canvas?.measureText(before.at(-1) ?? '').width ?? 0;
  const left = field.offsetLeft + Number.parseFloat(paddingInlineStart) + width - field.scrollLeft;
  const top = field.offsetTop + Number.parseFloat(paddingBlockStart) + before.length * Number.parseFloat(lineHeight) - field.scrollTop;
  return { left: Math.max(0, Math.min(left, field.offsetLeft + field.clientWidth - LIST_WIDTH)), top };
}
