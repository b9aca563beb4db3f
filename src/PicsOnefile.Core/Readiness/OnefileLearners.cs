using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Matching.Words;
using PicsOnefile.Onefile;
using PicsOnefile.Runs;

namespace PicsOnefile.Readiness;

/// <summary>
/// Onefile's learners, as far as needed to find PICSWeb's learners among them. They are read each time and not kept, for nothing else needs them.
/// </summary>
internal sealed class OnefileLearners(IOnefileClient client)
{
    private const int DetailsAtOnce = 8;

    /// <summary>
    /// Reads the learners of these centres. Rows carry names and MIS Value alone. Number and date of birth cost one call for each learner. They are read where
    /// surname and initial are those of a waiting learner.
    /// </summary>
    /// <returns>The learners, some with number and date of birth.</returns>
    public async Task<IReadOnlyList<OnefileLearner>> ReadAsync(IReadOnlyCollection<Centre> centres, IReadOnlyCollection<Learner> waiting, RunContext run)
    {
        var rows = new List<OnefileLearner>();
        foreach (var centre in centres)
            await AddAsync(centre, rows, run).ConfigureAwait(false);
        var names = new HashSet<string>(waiting.Select(learner => Name(learner.FirstName, learner.Surname)), StringComparer.Ordinal);
        var alike = rows.Where(row => names.Contains(Name(row.FirstName, row.LastName))).ToList();
        var detailed = new Dictionary<string, OnefileLearner?>(StringComparer.Ordinal);
        for (var start = 0; start < alike.Count; start += DetailsAtOnce)
        {
            run.Cancellation.ThrowIfCancellationRequested();
            var block = alike.Skip(start).Take(DetailsAtOnce).ToList();
            var answers = await Task.WhenAll(block.Select(row => client.GetLearnerAsync(row, run))).ConfigureAwait(false);
            for (var index = 0; index < block.Count; index++)
                detailed[block[index].OnefileId] = answers[index];
            run.Log.Progress(
                new RunProgress("Reading details of learners", Math.Min(start + DetailsAtOnce, alike.Count), alike.Count, start + DetailsAtOnce >= alike.Count)
                {
                    CallsToMake = Math.Max(0, alike.Count - start - DetailsAtOnce),
                }
            );
        }
        run.Log.Verbose($"{rows.Count} learners read from Onefile, {alike.Count} of them with details: they share surname and initial with one who waits.");
        return [.. rows.Select(row => detailed.TryGetValue(row.OnefileId, out var better) ? better : row).OfType<OnefileLearner>()];
    }

    private async Task AddAsync(Centre centre, List<OnefileLearner> rows, RunContext run)
    {
        var rest = client.SearchLearnersAsync(centre, run).GetAsyncEnumerator(run.Cancellation);
        try
        {
            while (await rest.MoveNextAsync().ConfigureAwait(false))
                rows.Add(rest.Current);
        }
        finally
        {
            await rest.DisposeAsync().ConfigureAwait(false);
        }
    }

    private static string Name(string? first, string? last) => $"{Letters.Fold(last)}|{Letters.Fold(first).FirstOrDefault()}";
}
