using System;
using System.Runtime.InteropServices;
using System.Security;

namespace PicsOnefile.Http;

/// <summary>A token, password or session. Text only while a request is built; printing it shows nothing.</summary>
public sealed class Secret : IDisposable
{
    private readonly SecureString _text;

    /// <summary>Keeps a copy of the secret.</summary>
    public Secret(SecureString text)
    {
        _text = text.Copy();
        _text.MakeReadOnly();
    }

    /// <summary>Keeps a secret that came as text, for example the session in an answer.</summary>
    public static Secret FromText(string text)
    {
        using var secure = new SecureString();
        foreach (char character in text)
            secure.AppendChar(character);

        return new Secret(secure);
    }

    /// <summary>The text. Only for a request that is being built, and for blacking the text out of a message.</summary>
    public string Reveal()
    {
        IntPtr plain = Marshal.SecureStringToGlobalAllocUnicode(_text);
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

    /// <summary>Nothing of the secret.</summary>
    public override string ToString() => "***";
}
