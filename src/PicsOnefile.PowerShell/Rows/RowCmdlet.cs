using System;
using System.Collections.Generic;
using System.Linq;
using System.Management.Automation;
using PicsOnefile.Errors;
using PicsOnefile.Identifiers;
using PicsOnefile.PowerShell.Pipeline;

namespace PicsOnefile.PowerShell.Rows;

/// <summary>
/// A cmdlet that takes rows: objects of this module, or rows from Import-Csv, ConvertFrom-Json, Import-Clixml, a job or Select-Object. Each row is looked at as
/// a whole. A cell that does not convert refuses the row; PowerShell would take the row without that cell.
/// </summary>
public abstract class RowCmdlet : ConnectedCmdlet
{
    private protected const string ByIds = "Ids";
    private protected const string ByRow = "Row";

    // PowerShell makes the table of a cmdlet's parameters anew whenever it is asked for; rows come by the thousand.
    private Dictionary<string, ParameterMetadata> _parameters = [];
    private IReadOnlyList<ParameterMetadata> _fromRow = [];

    /// <summary>A row: an object of this module, or of Import-Csv and the like. Its cells are taken by the names of the parameters.</summary>
    [Parameter(Mandatory = true, ValueFromPipeline = true, ParameterSetName = ByRow)]
    public PSObject? InputObject { get; set; }

    /// <inheritdoc/>
    protected override void BeginProcessing()
    {
        base.BeginProcessing();
        _parameters = MyInvocation.MyCommand.Parameters;
        // Values on the command line outrank the rows.
        _fromRow =
        [
            .. _parameters.Values.Where(parameter =>
                parameter.ParameterSets.Values.Any(set => set.ValueFromPipelineByPropertyName) && !IsTyped(parameter.Name)
            ),
        ];
    }

    /// <inheritdoc/>
    protected sealed override void ProcessRecord()
    {
        try
        {
            var row = InputObject is null ? null : new PipedRow(InputObject);
            IsPiped |= row is not null;
            if (row?.Id is { } id && TakeId(id))
                return;
            if (row is not null)
            {
                RowKinds.RequireRow(row, string.Join(" and ", IdParameters));
                Require(row);
                if (!IdParameters.Any(parameter => IsGiven(row, parameter)) && !ReviewRows.IsOne(row))
                    throw ErrorKinds.InputUnusable.For(
                        RowKinds.Target(row),
                        $"A row has neither {string.Join(" nor ", IdParameters.Select(Known))}; its columns are {string.Join(", ", row.Names)}."
                    );
                foreach (var parameter in _fromRow.Where(parameter => IdParameters.Contains(parameter.Name)))
                    RequireOneColumn(row, parameter);
                Read(row);
            }
            Take(row);
        }
        catch (PicsOnefileException failure)
        {
            Refuse(failure);
        }
    }

    /// <summary>True once a row, or an ID by itself, has come.</summary>
    private protected bool IsPiped { get; private set; }

    /// <summary>The parameters of which a row has to give one.</summary>
    private protected abstract IReadOnlyList<string> IdParameters { get; }

    /// <summary>Refuses a row that is about something else.</summary>
    private protected abstract void Require(PipedRow row);

    /// <summary>Takes what the parameters say now; of a row, or null for what was typed on the line.</summary>
    private protected abstract void Take(PipedRow? row);

    /// <summary>Takes an ID that came through the pipeline by itself.</summary>
    /// <returns>False where the cmdlet takes rows alone.</returns>
    private protected virtual bool TakeId(string id) => false;

    /// <summary>Whether a parameter takes its value from such a row.</summary>
    private protected virtual bool Reads(string parameter, PipedRow row) => true;

    /// <summary>The column of a parameter in a row, without the words that any list may use for it.</summary>
    private protected string? OwnColumn(PipedRow row, string parameter) =>
        row.First(NamesOf(_parameters[parameter]).Except(RowKinds.Unspecific, StringComparer.OrdinalIgnoreCase));

    /// <summary>The column that gives the parameter its value; null where none does.</summary>
    private protected string? Column(PipedRow row, string parameter) => row.First(NamesOf(_parameters[parameter]));

    /// <summary>Checks whether the parameter was given on the line or is in the row.</summary>
    private protected bool IsGiven(PipedRow? row, string parameter) => IsTyped(parameter) || (row is not null && Column(row, parameter) is not null);

    /// <summary>A parameter with the other names that a column for it may have.</summary>
    private protected string Known(string parameter) =>
        _parameters[parameter].Aliases is { Count: > 0 } aliases ? $"{parameter} (also {string.Join(", ", aliases)})" : parameter;

    private static IEnumerable<string> NamesOf(ParameterMetadata parameter) => parameter.Aliases.Prepend(parameter.Name);

    // The parameter's own names come before the words that any list may use for an ID. Of two such words neither is known to count.
    private void RequireOneColumn(PipedRow row, ParameterMetadata parameter)
    {
        if (OwnColumn(row, parameter.Name) is not null)
            return;
        var columns = NamesOf(parameter).Where(name => row.Has(name) && row.Text(name) is not null).ToList();
        if (columns.Select(row.Text).Distinct(RecordId.Comparer).Count() > 1)
            throw ErrorKinds.InputUnusable.For(
                RowKinds.Target(row),
                $"{RowKinds.Target(row)}: the columns {string.Join(" and ", columns.Select(name => $"{name} ('{row.Text(name)}')"))} may all be "
                    + $"{parameter.Name}, and nothing says which one counts. Nothing was done with the row: take one out, or name the column {parameter.Name}."
            );
    }

    // PowerShell has bound the same cells already, by its own conversion; -InputObject on the line it leaves to us.
    private void Read(PipedRow row)
    {
        foreach (var parameter in _fromRow)
        {
            var column = Reads(parameter.Name, row) ? Column(row, parameter.Name) : null;
            var value = column is null ? null : row[column];
            foreach (var transformation in parameter.Attributes.OfType<DecisionWordAttribute>())
                value = transformation.Transform(null, value);
            if (!RowValue.TryRead(value, parameter.ParameterType, out var read))
                throw ErrorKinds.InputUnusable.For(
                    RowKinds.Target(row),
                    $"{RowKinds.Target(row)}: the column {column} holds '{RowValue.Text(value)}', and not {RowValue.Known(parameter.ParameterType)}. "
                        + "Nothing was done with the row: correct the cell, or take the column out."
                );
            GetType()
                .GetProperty(parameter.Name)!
                .SetValue(this, read ?? (parameter.ParameterType.IsValueType ? Activator.CreateInstance(parameter.ParameterType) : null));
        }
    }
}
