namespace Loesningsbrikker.Interviews.Import;

/// <summary>What a file is, by its first bytes; its name is only a claim.</summary>
internal enum FileKind
{
    /// <summary>None of the kinds below; may be text.</summary>
    Other,
    /// <summary>A ZIP archive: docx, xlsx, odt …</summary>
    Zip,
    /// <summary>A compound file: old Office formats, and Office files locked by a password.</summary>
    CompoundFile,
    /// <summary>PDF.</summary>
    Pdf,
    /// <summary>Rich text.</summary>
    Rtf,
    /// <summary>A picture, sound, film, program or compressed file.</summary>
    Media,
}

/// <summary>Recognises files by their magic bytes.</summary>
internal static class FileKinds
{
    private static readonly (FileKind Kind, byte[] Magic)[] Known =
    [
        (FileKind.Zip, [0x50, 0x4B, 3, 4]), (FileKind.Zip, [0x50, 0x4B, 5, 6]),
        (FileKind.CompoundFile, [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]),
        (FileKind.Pdf, "%PDF-"u8.ToArray()), (FileKind.Rtf, "{\\rtf"u8.ToArray()),
        (FileKind.Media, [0x89, 0x50, 0x4E, 0x47]), (FileKind.Media, [0xFF, 0xD8, 0xFF]), (FileKind.Media, "GIF8"u8.ToArray()),
        (FileKind.Media, [0x1F, 0x8B]), (FileKind.Media, "ID3"u8.ToArray()), (FileKind.Media, "OggS"u8.ToArray()),
        (FileKind.Media, "RIFF"u8.ToArray()), (FileKind.Media, [0x7F, 0x45, 0x4C, 0x46]), (FileKind.Media, "Rar!"u8.ToArray()),
        (FileKind.Media, [0x37, 0x7A, 0xBC, 0xAF]),
    ];

    /// <summary>The kind of a file.</summary>
    public static FileKind Of(ReadOnlySpan<byte> bytes)
    {
        foreach (var (kind, magic) in Known)
            if (bytes.StartsWith(magic))
                return kind;
        return FileKind.Other;
    }
}
