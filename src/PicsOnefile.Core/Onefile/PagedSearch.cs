using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Net.Http;
using System.Threading.Tasks;
using Newtonsoft.Json;
using Newtonsoft.Json.Linq;
using PicsOnefile.Errors;
using PicsOnefile.Http;
using PicsOnefile.Runs;

namespace PicsOnefile.Onefile;

/// <summary>
/// A list that Onefile returns page by page. A short page is not the end, for a server may cap the size: the end is 204, an empty array, or two pages
/// running without a new ID, for a server may ignore the page number.
/// </summary>
internal sealed class PagedSearch(IRestPipeline pipeline, OnefileClientOptions options, string entity, JObject filter)
{
    private const int EmptyPagesAtTheEnd = 2;
    private const int MostReadings = 4;

    /// <summary>
    /// Each record once, with its ID. A list whose order shifted, or of which a page came twice, is read again until a reading is undisturbed or two have
    /// brought nothing new; the readings are united.
    /// </summary>
    public async IAsyncEnumerable<(string Id, OnefileRow Row)> ReadAsync(RunContext run)
    {
        var seen = new HashSet<string>();
        var first = new Reading();
        await foreach (var (id, row) in ReadOnceAsync(first, run).ConfigureAwait(false))
        {
            if (seen.Add(id))
                yield return (id, row);
        }

        var last = first;
        for (int reading = 2, idle = 0; last.Shifted && reading <= MostReadings && idle < 2; reading++)
        {
            var before = seen.Count;
            last = new Reading();
            await foreach (var (id, row) in ReadOnceAsync(last, run).ConfigureAwait(false))
            {
                if (seen.Add(id))
                    yield return (id, row);
            }

            idle = seen.Count == before ? idle + 1 : 0;
            run.Log.Verbose(
                string.Format(
                    CultureInfo.InvariantCulture,
                    "The order of {0}/Search shifted while it was read: read once more, {1} more records found.",
                    entity,
                    seen.Count - before
                )
            );
        }
    }

    private async IAsyncEnumerable<(string Id, OnefileRow Row)> ReadOnceAsync(Reading reading, RunContext run)
    {
        void ReportProgress(bool completed) =>
            run.Log.Progress(new RunProgress($"Reading {Called(run.Terms)} records of Onefile", reading.Count, null, completed));

        for (var page = 1; ; page++)
        {
            if (page > options.MostPages)
                throw ErrorKinds.AnswerTooLarge.For(entity, $"Onefile's list {entity}/Search does not end after {options.MostPages} pages.");

            var rows = await ReadPageAsync(page, run).ConfigureAwait(false);
            if (rows.Count == 0)
            {
                reading.End();
                ReportProgress(completed: true);
                yield break;
            }

            foreach (var row in reading.Take(rows))
                yield return row;

            var ends = reading.PagesWithoutNews == EmptyPagesAtTheEnd;
            ReportProgress(ends);
            if (ends)
                yield break;
        }
    }

    // Onefile's own names of what it keeps: its Organisation is a centre, and its User may be a learner. A placement is what everybody calls so.
    private string Called(Terms terms) => entity == nameof(terms.Placement) ? terms.Placement.Label : entity;

    private async Task<IReadOnlyList<(string Id, OnefileRow Row)>> ReadPageAsync(int page, RunContext run)
    {
        var path = string.Format(CultureInfo.InvariantCulture, "{0}/Search/{1}/{2}", entity, page, options.PageSize);
        var request = new RestRequest(HttpMethod.Post, path, filter.ToString(Formatting.None));
        return OnefileResponse.Rows(request, await pipeline.SendForJsonAsync(request, run).ConfigureAwait(false), "ID");
    }

    /// <summary>What one reading of the list has seen so far.</summary>
    private sealed class Reading
    {
        private readonly HashSet<string> _seen = [];
        private List<string> _lastPage = [];

        public int PagesWithoutNews { get; private set; }

        /// <summary>How many records have been seen.</summary>
        public int Count => _seen.Count;

        /// <summary>
        /// True once an ID came twice. A page that repeats the one before word for word is no shift as long as all that follow do so too: that server ignores
        /// the page number. Where another page comes after it, or an end, it stood in the place of one that was not seen.
        /// </summary>
        public bool Shifted { get; private set; }

        /// <summary>An empty page came.</summary>
        public void End() => Shifted |= PagesWithoutNews > 0;

        public List<(string Id, OnefileRow Row)> Take(IReadOnlyList<(string Id, OnefileRow Row)> page)
        {
            List<string> ids = [.. page.Select(row => row.Id)];
            List<(string Id, OnefileRow Row)> news = [.. page.Where(row => _seen.Add(row.Id))];
            Shifted |= (news.Count < page.Count && !ids.SequenceEqual(_lastPage)) || (news.Count > 0 && PagesWithoutNews > 0);
            PagesWithoutNews = news.Count == 0 ? PagesWithoutNews + 1 : 0;
            _lastPage = ids;
            return news;
        }
    }
}
