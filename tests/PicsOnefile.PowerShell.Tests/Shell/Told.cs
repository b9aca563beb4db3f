using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using Xunit;

namespace PicsOnefile.PowerShell.Tests.Shell;

/// <summary>What the shell told, by the names a user sees.</summary>
internal static class Told
{
    /// <summary>A property's value as text; the property must exist, so that a renamed one fails the test.</summary>
    public static string Text(this PSObject row, string property)
    {
        var found = row.Properties[property];
        Assert.True(found is not null, $"{row.TypeNames[0]} has no property {property}");
        return Convert.ToString(found!.Value, System.Globalization.CultureInfo.InvariantCulture) ?? "";
    }

    /// <summary>One property of every row.</summary>
    public static IReadOnlyList<string> All(this IEnumerable<PSObject> rows, string property) => [.. rows.Select(row => row.Text(property))];

    /// <summary>An error has its stable ID, its category and its target, and says what to do.</summary>
    public static ErrorRecord Is(this ErrorRecord error, string id, ErrorCategory category, object? target = null)
    {
        Assert.Equal(id, error.FullyQualifiedErrorId.Split(',')[0]);
        Assert.Equal(category, error.CategoryInfo.Category);
        Assert.False(string.IsNullOrWhiteSpace(error.ErrorDetails?.RecommendedAction), $"{id} does not say what to do.");
        if (target is not null)
            Assert.Equal(Convert.ToString(target, System.Globalization.CultureInfo.InvariantCulture), error.TargetObject?.ToString());
        return error;
    }
}
