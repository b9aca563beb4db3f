using System;
using System.Collections.Generic;
using System.Security.Cryptography;
using System.Threading;

namespace PicsOnefile.Sandbox;

/// <summary>Sessions (or bearer tokens) that end 24 hours after they were made, on the twin's clock.</summary>
/// <param name="clock">The twin's clock.</param>
/// <param name="first">The letter that a session starts with, so that no client can take it for a number.</param>
public sealed class SessionStore(TimeProvider clock, char first)
{
    /// <summary>How long a session lasts, on either side (onefile-api.md, picsweb-api.md).</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    /// <summary>One more than a multiple of three, so that the text ends with two equals signs.</summary>
    private const int Bytes = 229;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, DateTimeOffset> _ends = new(StringComparer.Ordinal);
    private readonly List<string> _handedOut = [];
    private int _made;

    /// <summary>How many sessions were made in all.</summary>
    public int Made => _made;

    /// <summary>Every session that was handed out, ended or not: what a search for leaked secrets looks for.</summary>
    public IReadOnlyList<string> HandedOut
    {
        get
        {
            lock (_gate)
                return [.. _handedOut];
        }
    }

    public string Make()
    {
        lock (_gate)
        {
            var session = NewText();
            _made++;
            _ends[session] = clock.GetUtcNow() + Lifetime;
            _handedOut.Add(session);
            return session;
        }
    }

    // The vendors' sessions are a few hundred characters of base64: what has to be escaped in a URL, and breaks where somebody cuts or trims, is always in it.
    private string NewText()
    {
        var text = Convert.ToBase64String(RandomNumberGenerator.GetBytes(Bytes)).ToCharArray();
        (text[0], text[1], text[2]) = (first, '/', '+');
        return new string(text);
    }

    public bool IsOpen(string session)
    {
        lock (_gate)
            return _ends.TryGetValue(session, out var end) && clock.GetUtcNow() < end;
    }

    /// <summary>Ends all sessions at once, as a restart of the vendor's servers would.</summary>
    public void EndAll()
    {
        lock (_gate)
            _ends.Clear();
    }
}
