using System;
using System.Collections.Generic;
using System.IO;
using System.Threading.Tasks;
using PicsOnefile.Changes;
using PicsOnefile.Core.Tests.Cache;
using PicsOnefile.Errors;
using PicsOnefile.Records;
using Xunit;

namespace PicsOnefile.Core.Tests.Changes;

public sealed class FirstWriteBackupTests : IDisposable
{
    private readonly CacheFolder _folder = new();
    private readonly FirstWriteBackup _backup;
    private int _asked;

    public FirstWriteBackupTests() => _backup = new FirstWriteBackup(_folder.Open(), OnefileEnvironment.Live);

    public void Dispose() => _folder.Dispose();

    private Func<Task<IReadOnlyCollection<BackedUpValue>>> Values(params BackedUpValue[] values) =>
        () =>
        {
            _asked++;
            return Task.FromResult<IReadOnlyCollection<BackedUpValue>>(values);
        };

    private static BackedUpValue Officer(string ident, string? value) => new(RecordKind.Officer, ident, "AdditionalId", value, null);

    [Fact]
    public async Task Every_value_goes_to_one_file_beside_the_cache()
    {
        await _backup.EnsureAsync(Values(new(RecordKind.Assessor, "4711", "MisId", "A;\"1\"", "7"), Officer("0012", null), Officer("0003", "4711")));

        Assert.Equal(Path.Combine(_folder.Folder, "centre.before-first-write.Live.csv"), _backup.Location);
        Assert.Equal(
            [
                "Kind,Key,Field,Value,CentreId,Environment",
                "Officer,0003,AdditionalId,4711,,Live",
                "Officer,0012,AdditionalId,,,Live",
                "Assessor,4711,MisId,\"A;\"\"1\"\"\",7,Live",
            ],
            File.ReadAllLines(_backup.Location)
        );
    }

    [Theory]
    [InlineData("=HYPERLINK(\"http://example.invalid\")")]
    [InlineData("+44 1632")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("\tindented")]
    [InlineData("'=1")]
    [InlineData("''")]
    [InlineData("4711")]
    [InlineData("two\r\nlines, and \"quotes\"")]
    public async Task No_value_is_a_formula_for_a_spreadsheet_and_each_comes_back_to_the_letter(string value)
    {
        await _backup.EnsureAsync(Values(new BackedUpValue(RecordKind.Assessor, value, "MisId", value, "7")));

        string row = File.ReadAllText(_backup.Location).Split("Environment\r\n")[1];
        Assert.DoesNotMatch("(^|,)\"?[=+@\t-]", row);
        BackedUpValue read = Assert.Single(BackupReading.Read(_backup.Location).Values);
        Assert.Equal((value, value), (read.Key, read.Value));
    }

    [Fact]
    public async Task It_is_made_once_and_what_was_saved_first_stays()
    {
        await _backup.EnsureAsync(Values(Officer("A", "1")));
        await _backup.EnsureAsync(Values(Officer("A", "2")));

        Assert.Equal(1, _asked);
        Assert.Contains("A,AdditionalId,1", File.ReadAllText(_backup.Location), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_was_moved_away_is_not_made_again_from_values_of_a_later_day()
    {
        await _backup.EnsureAsync(Values(Officer("A", "1")));
        File.Delete(_backup.Location);

        await _backup.EnsureAsync(Values(Officer("A", "2")));

        Assert.False(File.Exists(_backup.Location));
    }

    [Fact]
    public async Task A_file_that_an_interrupted_run_has_made_is_kept()
    {
        File.WriteAllText(_backup.Location, "made before the process was killed");

        await _backup.EnsureAsync(Values(Officer("A", "2")));

        Assert.Equal("made before the process was killed", File.ReadAllText(_backup.Location));
    }

    [Fact]
    public async Task Another_environment_has_a_backup_of_its_own()
    {
        await _backup.EnsureAsync(Values(Officer("A", "1")));
        await new FirstWriteBackup(_folder.Open(), OnefileEnvironment.Practice).EnsureAsync(Values(Officer("A", "2")));

        string[] backups = ["centre.before-first-write.Live.csv", "centre.before-first-write.Practice.csv"];
        Assert.All(backups, name => Assert.True(File.Exists(Path.Combine(_folder.Folder, name)), name));
    }

    [Fact]
    public async Task A_reading_that_fails_leaves_no_file_and_the_next_attempt_makes_it()
    {
        await Assert.ThrowsAsync<PicsOnefileException>(() => _backup.EnsureAsync(() => throw ChangeRun.TimedOut));
        Assert.False(File.Exists(_backup.Location));

        await _backup.EnsureAsync(Values(Officer("A", "1")));
        Assert.True(File.Exists(_backup.Location));
    }

    [Fact]
    public async Task A_backup_that_cannot_be_written_is_an_error_and_is_tried_again()
    {
        Directory.CreateDirectory(_backup.Location);

        var failure = await Assert.ThrowsAsync<PicsOnefileException>(() => _backup.EnsureAsync(Values(Officer("A", "1"))));
        Assert.Equal("FileNotWritten", failure.Kind.Id);

        Directory.Delete(_backup.Location);
        await _backup.EnsureAsync(Values(Officer("A", "1")));
        Assert.True(File.Exists(_backup.Location));
    }

    [UnixFact]
    public async Task The_file_is_for_its_owner_only()
    {
        await _backup.EnsureAsync(Values(Officer("A", "1")));

        Assert.Equal(
            OperatingSystem.IsWindows() ? default : UnixFileMode.UserRead | UnixFileMode.UserWrite,
            OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(_backup.Location)
        );
        Assert.Empty(Directory.GetFiles(_folder.Folder, "*.part"));
    }
}
