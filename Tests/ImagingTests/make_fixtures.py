"""Writes PNGFixtures.swift, JPEGFixtures.swift, OrientationFixtures.swift and PlaceFixtures.swift
beside this file.

Every picture is a synthetic pattern. The expected pixels are Pillow's, except for 16-bit samples,
which Pillow cuts and the PNG specification scales: there they are round(sample / 257), and this
script only asserts that Pillow is within 1. Made with Pillow 12.3.0 and numpy 2.4.6:

    python3 make_fixtures.py
"""

import base64
import io
import pathlib
import struct
import zlib

import numpy as np
from PIL import Image, ImageOps

HERE = pathlib.Path(__file__).parent
ADAM7 = [(0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2),
         (0, 1, 1, 2)]


def chunk(name, data):
    crc = zlib.crc32(name + data)
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", crc)


def pack_rows(samples, depth):
    """Samples H×W×C as PNG rows without filters."""
    rows = b""
    for row in samples:
        flat = row.reshape(-1)
        if depth == 16:
            data = flat.astype(">u2").tobytes()
        else:
            bits = "".join(format(int(value), f"0{depth}b") for value in flat)
            bits += "0" * (-len(bits) % 8)
            data = bytes(int(bits[i:i + 8], 2) for i in range(0, len(bits), 8))
        rows += b"\0" + data
    return rows


def png(samples, depth, color, extra=b"", interlaced=False):
    height, width = samples.shape[:2]
    if interlaced:
        raw = b"".join(
            pack_rows(samples[y::dy, x::dx], depth)
            for x, y, dx, dy in ADAM7 if samples[y::dy, x::dx].size)
    else:
        raw = pack_rows(samples, depth)
    header = struct.pack(">IIBBBBB", width, height, depth, color, 0, 0, int(interlaced))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + extra
            + chunk(b"IDAT", zlib.compress(raw, 9)) + chunk(b"IEND", b""))


def pattern(height, width, channels, depth):
    y, x, c = np.mgrid[0:height, 0:width, 0:channels]
    top = (1 << depth) - 1
    return ((x * 37 + y * 59 + c * 83 + x * y * 11) * (257 if depth == 16 else 1) * 7) & top


def over_white(rgba):
    color, alpha = rgba[..., :3].astype(int), rgba[..., 3:].astype(int)
    return ((color * alpha + 255 * (255 - alpha) + 127) // 255).astype(np.uint8)


def by_pillow(data):
    image = Image.open(io.BytesIO(data))
    image.load()
    has_alpha = image.mode in ("LA", "RGBA", "PA") or "transparency" in image.info
    if has_alpha:
        return over_white(np.asarray(image.convert("RGBA")))
    return np.asarray(image.convert("RGB"))


def scaled_16(samples, color):
    eight = (samples * 255 + 32895) >> 16
    if color in (0, 4):
        alpha = eight[..., 1:]
        eight = np.concatenate([eight[..., :1].repeat(3, axis=2), alpha], axis=2)
    if color in (4, 6):
        return over_white(eight)
    return eight.astype(np.uint8)


def png_fixtures():
    palette = bytes((i * 67 + c * 101 + 13) % 256 for i in range(16) for c in range(3))
    plte = chunk(b"PLTE", palette)
    made = []

    def add(name, samples, depth, color, **options):
        data = png(samples, depth, color, **options)
        if depth == 16:
            pixels = scaled_16(samples, color)
            if color in (2, 6):
                assert abs(pixels.astype(int) - by_pillow(data)).max() <= 1, name
        else:
            pixels = by_pillow(data)
        made.append((name, data, pixels, 0))

    for depth in (1, 2, 4, 8, 16):
        add(f"gray{depth}", pattern(5, 7, 1, depth), depth, 0)
    for depth in (1, 2, 4, 8):
        samples = pattern(5, 7, 1, depth) % 16
        used = chunk(b"PLTE", palette[:3 * min(1 << depth, 16)])
        add(f"palette{depth}", samples, depth, 3, extra=used)
    add("paletteTransparent", pattern(5, 7, 1, 4), 4, 3,
        extra=plte + chunk(b"tRNS", bytes(range(0, 256, 32))))
    add("grayTransparent", pattern(5, 7, 1, 8), 8, 0,
        extra=chunk(b"tRNS", struct.pack(">H", int(pattern(5, 7, 1, 8)[1, 1, 0]))))
    add("rgbTransparent", pattern(5, 7, 3, 8), 8, 2,
        extra=chunk(b"tRNS", struct.pack(">HHH", *map(int, pattern(5, 7, 3, 8)[2, 3]))))
    for depth in (8, 16):
        add(f"grayAlpha{depth}", pattern(5, 7, 2, depth), depth, 4)
        add(f"rgb{depth}", pattern(5, 7, 3, depth), depth, 2)
        add(f"rgba{depth}", pattern(5, 7, 4, depth), depth, 6)
    add("rgbInterlaced", pattern(9, 10, 3, 8), 8, 2, interlaced=True)
    add("rgbaInterlaced", pattern(9, 10, 4, 8), 8, 6, interlaced=True)
    add("palette4Interlaced", pattern(9, 10, 1, 4), 4, 3, extra=plte, interlaced=True)
    add("gamma", pattern(5, 7, 3, 8), 8, 2, extra=chunk(b"gAMA", struct.pack(">I", 100000)))
    return made


def jpeg(image, **options):
    out = io.BytesIO()
    image.save(out, "JPEG", optimize=True, **options)
    return out.getvalue()


def smooth(height, width, channels):
    y, x, c = np.mgrid[0:height, 0:width, 0:channels]
    return (128 + 90 * np.sin(x / 3 + c) * np.cos(y / 4 + 2 * c)).astype(np.uint8)


def jpeg_fixtures():
    rgb = Image.fromarray(smooth(11, 13, 3))
    wide = Image.fromarray(smooth(17, 19, 3))
    cmyk = Image.fromarray(smooth(11, 13, 4), mode="CMYK")
    files = [
        ("baseline444", jpeg(rgb, quality=80, subsampling=0)),
        ("baseline420", jpeg(wide, quality=60, subsampling=2)),
        ("baseline422", jpeg(wide, quality=60, subsampling=1)),
        ("progressive", jpeg(rgb, quality=60, subsampling=2, progressive=True)),
        ("storedRGB", jpeg(rgb, quality=60, keep_rgb=True)),
        ("gray", jpeg(rgb.convert("L"), quality=60)),
        ("cmyk", jpeg(cmyk, quality=60)),
    ]
    # The same samples declared YCCK: the Adobe marker's last byte is the transform.
    inked = bytearray(files[-1][1])
    inked[inked.index(b"Adobe") + 11] = 2
    files.append(("ycck", bytes(inked)))
    return [(name, data, by_pillow(data), 1) for name, data in files]


def orientation_fixtures():
    image = Image.fromarray(smooth(3, 5, 3))
    made = []
    for orientation in range(1, 9):
        exif = Image.Exif()
        exif[0x0112] = orientation
        data = jpeg(image, quality=50, exif=exif)
        upright = ImageOps.exif_transpose(Image.open(io.BytesIO(data)))
        made.append((f"orientation{orientation}", data, np.asarray(upright), 1))
    tiff = struct.pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, 0x0112, 3, 1, 6, 0, 0)
    data = png(pattern(2, 3, 3, 8), 8, 2, extra=chunk(b"eXIf", tiff))
    upright = ImageOps.exif_transpose(Image.open(io.BytesIO(data)))
    made.append(("pngOrientation6", data, np.asarray(upright), 0))
    return made


def exif_block(orientation, order=b"MM", kind=3):
    end = ">" if order == b"MM" else "<"
    value = struct.pack(end + "HH", orientation, 0) if kind == 3 else struct.pack(
        end + "I", orientation)
    return order + struct.pack(end + "HIHHHI", 42, 8, 1, 0x0112, kind, 1) + value + bytes(4)


def xmp(orientation, style, prefix="tiff"):
    namespace = f'xmlns:{prefix}="http://ns.adobe.com/tiff/1.0/"'
    if style == "attribute":
        inside = f'<rdf:Description rdf:about="" {namespace} {prefix}:Orientation="{orientation}"/>'
    else:
        inside = (f"<rdf:Description rdf:about='' {namespace}><!-- {prefix}:Orientation=\"9\" -->\n"
                  f"<{prefix}:Make>a &amp; b</{prefix}:Make>\n"
                  f"<{prefix}:Orientation> {orientation} </{prefix}:Orientation></rdf:Description>")
    return (f'<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>'
            f'<x:xmpmeta xmlns:x="adobe:ns:meta/">'
            f'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">{inside}</rdf:RDF>'
            f'</x:xmpmeta><?xpacket end="w"?>').encode()


def raw_profile(name, data):
    """As ImageMagick's Magick_png_write_raw_profile has it."""
    text = data.hex()
    lines = "\n".join(text[i:i + 72] for i in range(0, len(text), 72))
    return f"\n{name}\n{len(data):8d}\n{lines}\n".encode()


def text_chunk(kind, keyword, text):
    if kind == "tEXt":
        return chunk(b"tEXt", keyword + b"\0" + text)
    if kind == "zTXt":
        return chunk(b"zTXt", keyword + b"\0\0" + zlib.compress(text))
    packed = zlib.compress(text) if kind == "iTXt compressed" else text
    flag = b"\1\0" if kind == "iTXt compressed" else b"\0\0"
    return chunk(b"iTXt", keyword + b"\0" + flag + b"en\0Text\0" + packed)


EXIF = b"Exif\0\0"
XAP = b"http://ns.adobe.com/xap/1.0/\0"


def png_places():
    """Every place of an orientation in a PNG: chunks before the samples, and behind them."""
    def raw(kind, keyword, name, content):
        return lambda o: (text_chunk(kind, b"Raw profile type " + keyword, raw_profile(
            name, content(o))), b"")

    def packet(kind, keyword, style, prefix="tiff"):
        return lambda o: (text_chunk(kind, keyword, xmp(o, style, prefix)), b"")

    adobe = b"XML:com.adobe.xmp"
    wrapped = lambda o: EXIF + exif_block(o)
    return {
        "eXIfBefore": lambda o: (chunk(b"eXIf", exif_block(o)), b""),
        "eXIfBehind": lambda o: (b"", chunk(b"eXIf", exif_block(o, b"II"))),
        "eXIfLong": lambda o: (chunk(b"eXIf", EXIF + exif_block(o, b"II", 4)), b""),
        "zTXtExif": raw("zTXt", b"exif", "exif", wrapped),
        "tEXtExif": raw("tEXt", b"exif", "exif", exif_block),
        "iTXtExif": raw("iTXt compressed", b"exif", "exif", wrapped),
        "tEXtExifBehind": lambda o: raw("tEXt", b"exif", "exif", wrapped)(o)[::-1],
        "zTXtAPP1": raw("zTXt", b"APP1", "generic profile", wrapped),
        "zTXtAPP1XMP": raw("zTXt", b"APP1", "APP1", lambda o: XAP + xmp(o, "attribute")),
        "zTXtXMP": raw("zTXt", b"xmp", "xmp", lambda o: xmp(o, "element")),
        "tEXtXMP": raw("tEXt", b"xmp", "xmp", lambda o: xmp(o, "attribute")),
        "iTXtXMPAttribute": packet("iTXt", adobe, "attribute"),
        "iTXtXMPElement": packet("iTXt", adobe, "element"),
        "iTXtXMPCompressed": packet("iTXt compressed", adobe, "element", "t"),
    }


def place_fixtures():
    """An orientation in every place, with every value in some place and the EXIF chunk with all."""
    made = []
    samples = pattern(2, 3, 3, 8)

    def add(name, orientation, data, tolerance):
        stored = Image.open(io.BytesIO(data))
        stored.load()
        plain = Image.fromarray(np.asarray(stored.convert("RGB")))
        plain.getexif()[0x0112] = orientation
        upright = np.asarray(ImageOps.exif_transpose(plain))
        made.append((f"{name}{orientation}", data, upright, tolerance))

    def png_with(before, behind):
        whole = png(samples, 8, 2, extra=before)
        return whole[:-12] + behind + whole[-12:]

    for index, (name, place) in enumerate(png_places().items()):
        values = range(1, 9) if name == "eXIfBefore" else {index % 7 + 2, (index + 3) % 7 + 2}
        for orientation in sorted(values):
            add(name, orientation, png_with(*place(orientation)), 0)
    small = Image.fromarray(smooth(3, 5, 3))
    for orientation, style in ((6, "attribute"), (3, "element"), (8, "element")):
        data = jpeg(small, quality=50, subsampling=0)
        segment = XAP + xmp(orientation, style)
        data = data[:2] + b"\xff\xe1" + struct.pack(">H", len(segment) + 2) + segment + data[2:]
        add(f"jpegXMP{style.title()}", orientation, data, 1)

    # EXIF counts before XMP where both have one, wherever they stand, and XMP where EXIF has none.
    adobe = text_chunk("iTXt", b"XML:com.adobe.xmp", xmp(3, "attribute"))
    add("exifBeforeXMP", 6, png_with(adobe, chunk(b"eXIf", exif_block(6))), 0)
    add("exifUprightBeforeXMP", 1, png_with(adobe, chunk(b"eXIf", exif_block(1))), 0)
    add("xmpForInvalidExif", 3, png_with(adobe, chunk(b"eXIf", exif_block(9))), 0)
    return made


def literal(data):
    text = base64.b64encode(data).decode()
    lines = [text[i:i + 92] for i in range(0, len(text), 92)]
    return '"""\n' + "".join(f"        {line}\n" for line in lines) + '        """'


def write(file, variable, comment, made):
    entries = ""
    for name, data, pixels, tolerance in made:
        height, width = pixels.shape[:2]
        entries += (
            f'    Fixture(\n      "{name}", height: {height}, width: {width}, '
            f"tolerance: {tolerance},\n"
            f"      file: {literal(data)},\n      pixels: {literal(pixels.tobytes())}),\n")
    text = (
        f"// Written by make_fixtures.py with Pillow {Image.__version__}: change that script.\n\n"
        f"extension Fixture {{\n  /// {comment}\n  static let {variable}: [Fixture] = [\n"
        f"{entries}  ]\n}}\n")
    (HERE / f"{file}Fixtures.swift").write_text(text)


def main():
    write("PNG", "png", "PNG files of every colour type and depth.", png_fixtures())
    write("JPEG", "jpeg", "JPEG files of every colour space.", jpeg_fixtures())
    write("Orientation", "orientation", "Files with an EXIF orientation.", orientation_fixtures())
    write("Place", "place", "Files with an orientation in every place there is.", place_fixtures())


if __name__ == "__main__":
    main()
