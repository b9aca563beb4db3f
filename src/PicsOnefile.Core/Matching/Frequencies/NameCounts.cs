using System;
using System.Collections.Generic;
using System.Linq;
using PicsOnefile.Matching.Normalising;

namespace PicsOnefile.Matching.Frequencies;

/// <summary>How common the names of both lists are.</summary>
internal sealed class NameCounts
{
    // What is thought of it before the lists are seen.
    private const double NamesGoTogether = 5;

    private readonly Dictionary<string, int> _forenames = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _surnames = new(StringComparer.Ordinal);
    private readonly int _records;
    private readonly double _unseenForenames;
    private readonly double _unseenSurnames;

    /// <summary>Counts the names of both lists and writes each record's shares into its profile.</summary>
    public NameCounts(IReadOnlyList<PersonProfile> lefts, IReadOnlyList<PersonProfile> rights)
    {
        var people = lefts.Concat(rights).ToArray();
        _records = people.Length;
        _unseenForenames = UnseenBearers.Estimate(lefts.Select(person => person.Person.Forename), rights.Select(person => person.Person.Forename));
        _unseenSurnames = UnseenBearers.Estimate(lefts.Select(person => person.Person.SurnameKey), rights.Select(person => person.Person.SurnameKey));
        foreach (var person in people)
        {
            Add(_forenames, person.Person.Forename);
            foreach (var surname in person.Person.Surnames)
                Add(_surnames, surname);
            if (person.Person.Surnames.Length > 1)
                Add(_surnames, person.Person.SurnameKey);
        }

        var forms = CountForms();
        foreach (var person in people)
        {
            var name = person.Person;
            person.ForenameShare = LikelihoodRatio.Share(Count(_forenames, name.Forename), _records, _unseenForenames);
            person.FormShare = NameForms
                .LinesOf(name.Forename)
                .Select(line => LikelihoodRatio.Share(forms[line], _records, _unseenForenames))
                .DefaultIfEmpty(person.ForenameShare * 2)
                .Max();
            person.SurnameShare = SurnameShare(name.SurnameKey);
        }

        var (namesakes, byChance) = (0.0, 0.0);
        foreach (var list in new[] { lefts, rights })
        {
            namesakes += Pairs(list, person => person.Person.Forename + " " + person.Person.SurnameKey);
            var pairs = Math.Max(1, list.Count * (list.Count - 1.0) / 2);
            byChance += Pairs(list, person => person.Person.Forename) * Pairs(list, person => person.Person.SurnameKey) / pairs;
        }

        BitsTogether = LikelihoodRatio.Bits(Math.Max(1, (namesakes + NamesGoTogether) / (byChance + 1)), 1);
    }

    // How many pairs of records of a list have a value in common.
    private static double Pairs(IReadOnlyList<PersonProfile> list, Func<PersonProfile, string> value) =>
        ValueCounts
            .Count(list.Where(person => person.Person.Forename.Length > 1 && person.Person.Surname.Length > 1).Select(value))
            .Values.Sum(count => count * (count - 1.0) / 2);

    /// <summary>
    /// By how many bits the two names of a person say less together than each for itself: families and communities give the same ones together. What the
    /// lists show is weighed against what is thought beforehand, a factor of five.
    /// </summary>
    public float BitsTogether { get; }

    /// <summary>The share of records with this surname, or with it as part of a double-barrelled one.</summary>
    public double SurnameShare(string surname) => LikelihoodRatio.Share(Count(_surnames, surname), _records, _unseenSurnames);

    /// <summary>How many records bear this forename.</summary>
    public int Forenames(string forename) => Count(_forenames, forename);

    /// <summary>
    /// How many strangers are expected to bear a name by chance: count of the forename times count of the surname, divided by the number of records
    /// of both lists.
    /// </summary>
    public double ExpectedNamesakes(PersonName name) => (double)Count(_forenames, name.Forename) * Count(_surnames, name.SurnameKey) / Math.Max(1, _records);

    /// <summary>
    /// True where somebody else of this name is likely in lists of this size: the others who bear the forename times the others who bear the surname.
    /// </summary>
    public bool IsCommon(PersonName left, PersonName right) => IsCommon(left) || IsCommon(right);

    /// <summary>How many others than the pair itself are expected to bear either name by chance.</summary>
    public double ExpectedOthers(PersonName left, PersonName right) => Math.Max(ExpectedOthers(left), ExpectedOthers(right));

    private bool IsCommon(PersonName name) => ExpectedOthers(name) >= 0.1;

    private double ExpectedOthers(PersonName name) =>
        (double)Math.Max(0, Count(_forenames, name.Forename) - 2) * Math.Max(0, Count(_surnames, name.SurnameKey) - 2) / Math.Max(1, _records);

    private Dictionary<int, int> CountForms()
    {
        var forms = new Dictionary<int, int>();
        foreach (var pair in _forenames)
        {
            foreach (var line in NameForms.LinesOf(pair.Key))
            {
                forms.TryGetValue(line, out var count);
                forms[line] = count + pair.Value;
            }
        }

        return forms;
    }

    private static int Count(Dictionary<string, int> counts, string name) => counts.TryGetValue(name, out var count) ? count : 0;

    private static void Add(Dictionary<string, int> counts, string name)
    {
        if (name.Length > 0)
            counts[name] = Count(counts, name) + 1;
    }
}
