using System;
using System.Runtime.InteropServices;
using System.Security;

namespace PicsOnefile.Http;

/// <summary>A token, password or session, kept encrypted in memory where the system can. Printing it reveals nothing.</summary>
public sealed class Secret : IDisposable
{
    private readonly SecureString _text;

    /// <summary>Creates a secret from a copy of the text.</summary>
    /// <param name="text">The secret; the caller may dispose it.</param>
    public Secret(SecureString text)
    {
        _text = text.Copy();
        _text.MakeReadOnly();
    }

    /// <summary>Creates a secret from plain text, for example the session in a response.</summary>
    /// <param name="text">The secret.</param>
    public static Secret FromText(string text)
    {
        using var secure = new SecureString();
        foreach (var character in text)
            secure.AppendChar(character);

        return new Secret(secure);
    }

    /// <summary>Returns the plain text. Used only to build a request and to redact a message.</summary>
    public string Reveal()
    {
        var plain = Marshal.SecureStringToGlobalAllocUnicode(_text);
        try
        {
            return Marshal.PtrToStringUni(plain, _text.Length);
        }
        finally
        {
            Marshal.ZeroFreeGlobalAllocUnicode(plain);
        }
    }

    /// <summary>Wipes the secret.</summary>
    public void Dispose() => _text.Dispose();

    /// <summary>Returns three asterisks.</summary>
    public override string ToString() => "***";
}
