using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Dashboard.Web.Actions;

/// <summary>Seals what the recycle bin keeps, for its owner and its place alone. Look-alike rows take little room: they are compressed first.</summary>
internal sealed class BinSeal(IDataProtectionProvider protection)
{
    public byte[] Rows(string owner, IEnumerable<KeptRow> rows) => Seal(owner, "rows", JsonSerializer.SerializeToUtf8Bytes(rows));

    /// <returns><see langword="null"/> where the key ring no longer opens them.</returns>
    public IReadOnlyList<KeptRow>? OpenRows(string owner, byte[] sealedRows) =>
        Open(owner, "rows", sealedRows) is { } rows ? JsonSerializer.Deserialize<KeptRow[]>(rows) : null;

    public byte[] Body(string owner, string body) => Seal(owner, "body", Encoding.UTF8.GetBytes(body));

    /// <returns><see langword="null"/> where the key ring no longer opens it.</returns>
    public string? OpenBody(string owner, byte[] sealedBody) => Open(owner, "body", sealedBody) is { } body ? Encoding.UTF8.GetString(body) : null;

    private byte[] Seal(string owner, string what, byte[] clear)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            brotli.Write(clear);
        return Protector(owner, what).Protect(packed.ToArray());
    }

    private byte[]? Open(string owner, string what, byte[] ciphertext)
    {
        try
        {
            using var packed = new MemoryStream(Protector(owner, what).Unprotect(ciphertext));
            using var brotli = new BrotliStream(packed, CompressionMode.Decompress);
            using var clear = new MemoryStream();
            brotli.CopyTo(clear);
            return clear.ToArray();
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    private IDataProtector Protector(string owner, string what) => protection.CreateProtector("Dashboard.Actions.RecycleBin", "v1", owner, what);
}
