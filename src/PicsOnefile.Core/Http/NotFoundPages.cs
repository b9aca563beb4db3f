using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading.Tasks;

namespace PicsOnefile.Http;

/// <summary>Recognises the web pages that a system's own server sends with 404 for a missing record.</summary>
/// <remarks>
/// The body of a 404 is not published, and a proxy's page has the same status. Two probes decide: an existing record must be returned, and a
/// missing one must return the same page.
/// </remarks>
internal sealed class NotFoundPages
{
    private readonly ConcurrentDictionary<string, bool> _own = new(StringComparer.Ordinal);

    /// <summary>Whether a page is the system's own. The first check costs two calls; a known page costs none.</summary>
    /// <param name="body">The page.</param>
    /// <param name="id">The ID that was requested: a page may repeat it.</param>
    /// <param name="isKnownThere">Reads a record that a list has shown; returns whether it was found.</param>
    /// <param name="pageOfNobody">Reads a record that does not exist; returns its ID and the page of its 404, or null for any other response.</param>
    public async Task<bool> IsOwnAsync(string body, string id, Func<Task<bool>> isKnownThere, Func<Task<(string Id, string Body)?>> pageOfNobody)
    {
        var shape = Shape(body, id);
        if (_own.ContainsKey(shape))
            return true;
        if (!await isKnownThere().ConfigureAwait(false) || await pageOfNobody().ConfigureAwait(false) is not { } other || Shape(other.Body, other.Id) != shape)
            return false;
        _own[shape] = true;
        return true;
    }

    // ID, numbers and times differ from call to call.
    private static string Shape(string body, string id) =>
        string.Concat(body.Replace(id, "").Where(letter => !char.IsDigit(letter) && !char.IsWhiteSpace(letter)));
}
