using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using PicsOnefile.Errors;
using PicsOnefile.Identifiers;
using PicsOnefile.PowerShell.Rows;

namespace PicsOnefile.PowerShell.Pipeline;

/// <summary>A cmdlet that reads records, of which IDs and patterns select some.</summary>
public abstract class SelectingCmdlet : ReadingCmdlet
{
    /// <summary>An ID, or an object that has one as a property.</summary>
    [Parameter(ValueFromPipeline = true)]
    [ValidateNotNull]
    public PSObject? InputObject { get; set; }

    /// <summary>The parameter that an ID through the pipeline stands for.</summary>
    private protected abstract string MainParameter { get; }

    /// <summary>Takes the IDs of a parameter. What is typed may be a pattern; what comes through the pipeline is meant letter by letter.</summary>
    /// <returns>The selection; null where the parameter was not given.</returns>
    private protected IdSelection? Selected(string parameter, string[]? ids)
    {
        if (parameter == MainParameter && PipedId is { } piped)
            return IdSelection.From([piped]);
        if (ids is null || !IsTyped(parameter))
            return IdSelection.From(ids);
        var patterns = ids.Where(WildcardPattern.ContainsWildcardCharacters).ToList();
        // An ID may hold such a character itself, and is then found as it is written.
        return new(
            [.. ids.Except(patterns)],
            [.. patterns.Select(pattern => Fits(pattern)!), .. patterns.Select(pattern => (Func<string, bool>)(id => RecordId.Same(id, pattern)))]
        );
    }

    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
    {
        try
        {
            RequireId();
            Select();
        }
        catch (PicsOnefileException failure)
        {
            WriteError(failure);
        }
    }

    /// <summary>Reads and writes what the parameters select now.</summary>
    private protected abstract void Select();

    private string? PipedId => InputObject is null ? null : new PipedRow(InputObject).Id;

    // Any object would do for InputObject, and without this one of another kind would select everything.
    private void RequireId()
    {
        if (InputObject is null || PipedId is not null || MyInvocation.BoundParameters.Keys.Any(name => name != nameof(InputObject) && !IsTyped(name)))
            return;
        var row = new PipedRow(InputObject);
        var what = row.NoRow is { } value ? $"This is {value}" : RowKinds.Target(row);
        throw ErrorKinds.InputUnusable.For(
            RowKinds.Target(row),
            $"{what}: neither an ID nor an object with one of the properties {string.Join(", ", ByName)}."
        );
    }

    private IEnumerable<string> ByName =>
        MyInvocation.MyCommand.Parameters.Values.Where(parameter => parameter.ParameterSets.Values.Any(set => set.ValueFromPipelineByPropertyName))
            .Select(parameter => parameter.Name);
}
