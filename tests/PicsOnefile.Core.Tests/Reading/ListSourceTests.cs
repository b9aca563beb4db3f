using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Threading.Tasks;
using PicsOnefile.Core.Tests.Cache;
using PicsOnefile.Errors;
using PicsOnefile.Files;
using PicsOnefile.Reading;
using PicsOnefile.Runs;
using Xunit;

namespace PicsOnefile.Core.Tests.Reading;

/// <summary>The cache knows which file it holds: always the right list, whatever was given before.</summary>
public sealed class ListSourceTests : IDisposable
{
    private readonly CacheFolder _folder = new();
    private readonly CachedReading _reading;
    private int _readings;

    public ListSourceTests() => _reading = new CachedReading(_folder.Open().Records, _folder.Clock, TimeSpan.FromHours(1));

    public void Dispose() => _folder.Dispose();

    private string Save(string name, string content, DateTime? written = null)
    {
        var path = Path.Combine(_folder.Folder, name);
        File.WriteAllText(path, content);
        if (written is { } time)
            File.SetLastWriteTimeUtc(path, time);
        return path;
    }

    private static ListSource Listed(string path, string name = "Exported list") => new(name, path);

    private async Task<string> ReadAsync(ListSource source, Freshness freshness = Freshness.WhenOld) =>
        (await _reading.ListAsync("officers", "", freshness, () => Rows(source), RunContext.Silent, () => source)).Single().OfficerIdent;

    private Task<IReadOnlyList<Officer>> Rows(ListSource source)
    {
        _readings++;
        return Task.FromResult<IReadOnlyList<Officer>>([new Officer { OfficerIdent = source.Path is { } path ? File.ReadAllText(path) : "API" }]);
    }

    [Fact]
    public async Task A_file_is_read_once_while_it_is_the_same()
    {
        var list = Listed(Save("a.csv", "A"));

        Assert.Equal("A", await ReadAsync(list));
        Assert.Equal("A", await ReadAsync(list));

        Assert.Equal(1, _readings);
    }

    [Fact]
    public async Task Another_path_is_another_list_and_so_is_the_first_one_again()
    {
        var (one, other) = (Listed(Save("a.csv", "A")), Listed(Save("b.csv", "B")));

        Assert.Equal(["A", "B", "A"], [await ReadAsync(one), await ReadAsync(other), await ReadAsync(one)]);
    }

    [Fact]
    public async Task An_older_file_copied_over_the_list_is_read()
    {
        var list = Listed(Save("a.csv", "today", new DateTime(2031, 5, 6, 0, 0, 0, DateTimeKind.Utc)));
        await ReadAsync(list);

        Save("a.csv", "last year", new DateTime(2030, 5, 6, 0, 0, 0, DateTimeKind.Utc));

        Assert.Equal("last year", await ReadAsync(list));
    }

    [Fact]
    public async Task Other_content_of_the_same_length_and_time_is_read()
    {
        var saved = new DateTime(2031, 5, 6, 0, 0, 0, DateTimeKind.Utc);
        var list = Listed(Save("a.csv", "A", saved));
        await ReadAsync(list);

        Save("a.csv", "B", saved);

        Assert.Equal("B", await ReadAsync(list));
    }

    [Fact]
    public async Task The_API_instead_of_a_file_and_back_is_the_right_list_each_time()
    {
        var (list, api) = (Listed(Save("a.csv", "A")), new ListSource("API"));

        Assert.Equal(["A", "API", "A", "API"], [await ReadAsync(list), await ReadAsync(api), await ReadAsync(list), await ReadAsync(api)]);
    }

    [Fact]
    public async Task Other_columns_or_another_API_map_read_another_list()
    {
        var path = Save("a.csv", "A");
        await ReadAsync(Listed(path));
        await ReadAsync(Listed(path, "Exported list OfficerIdent = Staff no."));
        Assert.Equal(2, _readings);

        await ReadAsync(new("API"));
        await ReadAsync(new("API by map 0123456789abcdef"));

        Assert.Equal(4, _readings);
    }

    [Fact]
    public async Task Of_a_list_that_an_older_version_read_nobody_knows_the_file()
    {
        _folder.Open().Records.Replace("", [new Officer { OfficerIdent = "whose" }], _folder.Clock.GetUtcNow(), 1);

        Assert.Equal("A", await ReadAsync(Listed(Save("a.csv", "A"))));
    }

    [Fact]
    public async Task Offline_another_files_list_is_no_answer()
    {
        var (one, other) = (Listed(Save("a.csv", "A")), Listed(Save("b.csv", "B")));
        await ReadAsync(one);

        var failure = await Assert.ThrowsAsync<PicsOnefileException>(() => ReadAsync(other, Freshness.Never));

        Assert.Equal("NeverRead", failure.Kind.Id);
        Assert.Contains(one.Path!, failure.Message, StringComparison.Ordinal);
        Assert.Contains(other.Path!, failure.Message, StringComparison.Ordinal);
        Assert.Equal("A", await ReadAsync(one, Freshness.Never));
    }

    [Fact]
    public async Task A_file_that_has_gone_leaves_what_was_read_of_it()
    {
        var list = Listed(Save("a.csv", "A"));
        await ReadAsync(list);

        File.Delete(list.Path!);

        Assert.Equal("A", await ReadAsync(list));
    }

    [Fact]
    public async Task A_file_that_is_saved_while_it_is_read_is_read_again()
    {
        var list = Listed(Save("a.csv", "A"));
        await _reading.ListAsync(
            "officers",
            "",
            Freshness.WhenOld,
            () =>
            {
                var rows = Rows(list);
                Save("a.csv", "A and more");
                return rows;
            },
            RunContext.Silent,
            () => list
        );

        Assert.Equal("A and more", await ReadAsync(list));
    }

    [Fact]
    public async Task A_much_shorter_file_is_withheld_like_any_other_list()
    {
        var records = _folder.Open().Records;
        var reading = new CachedReading(records, _folder.Clock, TimeSpan.FromHours(1));
        var (one, other) = (Listed(Save("a.csv", "12")), Listed(Save("b.csv", "3")));

        Assert.Equal(12, (await OfAsync(one)).Count);
        Assert.Equal(12, (await OfAsync(other)).Count);
        Assert.Equal((12, 3), (records.Reading<Officer>()!.AcceptedRows, records.Reading<Officer>()!.WithheldRows));

        // Whole again under its own name: no minute has to pass for another file.
        Save("b.csv", "14");
        Assert.Equal(14, (await OfAsync(other)).Count);

        Task<IReadOnlyList<Officer>> OfAsync(ListSource source) =>
            reading.ListAsync(
                "officers",
                "",
                Freshness.WhenOld,
                () =>
                    Task.FromResult<IReadOnlyList<Officer>>([
                        .. Enumerable
                            .Range(1, int.Parse(File.ReadAllText(source.Path!), System.Globalization.CultureInfo.InvariantCulture))
                            .Select(number => new Officer { OfficerIdent = $"{number}" }),
                    ]),
                RunContext.Silent,
                () => source
            );
    }
}
