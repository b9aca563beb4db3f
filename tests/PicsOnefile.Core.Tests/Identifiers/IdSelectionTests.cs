using PicsOnefile.Identifiers;
using Xunit;

namespace PicsOnefile.Core.Tests.Identifiers;

/// <summary>IDs that a person asks for, one by one and by patterns.</summary>
public sealed class IdSelectionTests
{
    private static readonly IdSelection Both = new(["00016", " jun03 "], [id => id.StartsWith('9')]);

    [Theory]
    [InlineData("00016", true, true)]
    [InlineData("JUN03", true, true)]
    [InlineData("910", false, true)]
    [InlineData("16", false, false)]
    [InlineData("", false, false)]
    [InlineData(null, false, false)]
    public void An_ID_is_named_by_itself_or_included_by_a_pattern(string? id, bool named, bool included)
    {
        Assert.Equal(named, Both.Names(id));
        Assert.Equal(included, Both.Includes(id));
    }

    [Fact]
    public void No_IDs_are_no_selection_and_an_empty_list_selects_nothing()
    {
        Assert.Null(IdSelection.From(null));
        Assert.False(IdSelection.From([])!.Includes("1"));
    }
}
