using FsCheck;
using FsCheck.Xunit;
using Xunit;

namespace PicsOnefile.Core.Tests.Fuzz;

/// <summary>Random and spoilt texts for every reader of API answers, lists, review files and API maps.</summary>
public sealed class ReaderFuzzTests
{
    // The seed of the inputs: two odd halves of FsCheck's generator.
    private const string Seed = "20261126,77";

    [Property(MaxTest = 1000, Replay = Seed)]
    public void Any_text_is_JSON_or_is_not(NonNull<string> text) => ReaderProperties.Json(text.Get);

    [Property(MaxTest = 1000, Replay = Seed)]
    public void Any_text_is_records_of_CSV(NonNull<string> text) => ReaderProperties.Csv(text.Get);

    [Property(MaxTest = 1000, Replay = Seed)]
    public void Any_text_is_an_API_map_or_a_clear_error(NonNull<string> text) => ReaderProperties.ApiMapText(text.Get);

    [Property(MaxTest = 1000, Replay = Seed)]
    public void Any_bytes_are_a_list_or_a_clear_error(byte[] bytes)
    {
        ReaderProperties.ListOfOfficers(bytes ?? []);
        ReaderProperties.ListOfQualifications(bytes ?? []);
    }

    [Property(MaxTest = 1000, Replay = Seed)]
    public void Any_bytes_are_a_review_or_a_clear_error(byte[] bytes)
    {
        ReaderProperties.ReviewOfLinks(bytes ?? []);
        ReaderProperties.ReviewOfStandards(bytes ?? []);
    }

    [Property(MaxTest = 1500, Replay = Seed)]
    public void Texts_that_are_nearly_right_are_read_or_told(int seed) => ReaderProperties.Everything(seed);

    /// <summary>100,000 spoilt texts, each for seven readers.</summary>
    [Fact]
    [Trait("Category", "Long")]
    public void Very_many_texts_that_are_nearly_right_are_read_or_told()
    {
        for (var seed = 0; seed < 100_000; seed++)
            ReaderProperties.Everything(seed);
    }
}
