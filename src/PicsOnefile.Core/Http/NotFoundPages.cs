using System;
using System.Collections.Concurrent;
using System.Linq;
using System.Threading.Tasks;

namespace PicsOnefile.Http;

/// <summary>
/// The web pages with which a system's own server says that a record is not there. What is in the body of a 404 is not published, and a proxy's page has the
/// same status: a page is the system's own where a record that is surely there is answered as usual, and one that is surely not there with the same page.
/// </summary>
internal sealed class NotFoundPages
{
    private readonly ConcurrentDictionary<string, bool> _own = new(StringComparer.Ordinal);

    /// <summary>Whether a page is the system's own. Two calls the first time; a page that is known needs none.</summary>
    /// <param name="body">The page.</param>
    /// <param name="id">The record that was asked for: a page may repeat it.</param>
    /// <param name="isKnownThere">Asks for a record that lists show, and answers whether it came.</param>
    /// <param name="pageOfNobody">Asks for a record that nobody has, and answers its ID and the page that came with 404; null for any other answer.</param>
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

    // Without what differs from call to call: the record, numbers and times.
    private static string Shape(string body, string id) =>
        string.Concat(body.Replace(id, "").Where(letter => !char.IsDigit(letter) && !char.IsWhiteSpace(letter)));
}
