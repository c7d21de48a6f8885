namespace Loesningsbrikker.Interviews.Import;

/// <summary>Takes uploaded files into memory.</summary>
internal static class Uploads
{
    /// <summary>The bytes of a file; <see cref="UploadLimitAttribute"/> has seen to it that they lie on no disk.</summary>
    public static async Task<byte[]> BytesOfAsync(IFormFile file)
    {
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes);
        return bytes;
    }
}
