using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using PicsOnefile.Matching.Words;

namespace PicsOnefile.Matching.Normalising;

/// <summary>
/// A name without the words that say that the record is not to be used, and those words. Records are often renamed instead of deleted: "Doe DO NOT USE", "Doe
/// (LEFT 31/07)", "ZZ Jane", "Mill Nursery (closed)".
/// </summary>
/// <param name="Plain">The rest, which is the name; the whole text where there is no rest.</param>
/// <param name="Mark">The words that were taken out, unchanged; null where there are none.</param>
internal readonly record struct MarkedName(string Plain, string? Mark)
{
    private const int LongestInitials = 3;

    private static readonly Regex Bracketed = new(@"[\(\[\{<]([^\(\)\[\]\{\}<>]*)[\)\]\}>]?|\*+([^*]+)\*+", RegexOptions.CultureInvariant);

    // A hyphen within a word is no dash.
    private static readonly Regex Dashes = new(@"\s+[-–—/|:;*]+\s*|\s*[-–—/|:;*]+\s+|\s*[–—|]\s*", RegexOptions.CultureInvariant);
    private static readonly Regex Word = new(@"[^\s,;:|()\[\]{}<>*""]+", RegexOptions.CultureInvariant);
    private static readonly Regex Glued = new(@"^(?:(x{1,3}|z{1,3}|Z{2,4}|X{2,4})(?=[A-Z][a-z])|(ZZ+)(?=[A-Z]{2}))", RegexOptions.CultureInvariant);

    /// <summary>Takes the marker out of the name of an organisation.</summary>
    public static MarkedName OfOrganisation(string? text) =>
        IsWholly(Letters.Split(text)) ? new(text!, text!.Trim()) : new Reader(text, person: false, fewestLeft: 1).Read();

    /// <summary>Takes the markers out of the two fields of a person's name.</summary>
    /// <returns>The fields without them, and what was taken out of either.</returns>
    public static (string? Forename, string? Surname, string? Mark) OfPerson(string? forename, string? surname)
    {
        var whole = $"{forename} {surname}".Trim();
        if (IsWholly(Letters.Split(whole)))
            return (forename, surname, whole);

        if (IsMarkAlone(forename, surname))
            return (null, surname, forename!.Trim());
        if (IsMarkAlone(surname, forename))
            return (forename, null, surname!.Trim());

        // A field that is the whole name keeps two words: the surname may be Old, in capitals.
        var left = string.IsNullOrWhiteSpace(forename) || string.IsNullOrWhiteSpace(surname) ? 2 : 1;
        var (given, family) = (new Reader(forename, person: true, left).Read(), new Reader(surname, person: true, left).Read());
        var marks = new[] { given.Mark, family.Mark }.OfType<string>().ToArray();
        return (given.Plain, family.Plain, marks.Length == 0 ? null : string.Join(", ", marks));
    }

    // "ZZ" and "Jane Doe", "Jane" and "DO NOT USE"; but Leaver is a surname where one word is beside it.
    private static bool IsMarkAlone(string? field, string? other)
    {
        var (words, beside) = (Letters.Split(field), Letters.Split(other));
        if (words.Length == 0 || beside.Length == 0)
            return false;
        return DisuseWords.Anywhere.At(words, 0) == words.Length
            || (words.Length == 1 && DisuseWords.SortedLast.Contains(words[0]))
            || (beside.Length > 1 && DisuseWords.AtTheEnd.At(words, 0) == words.Length);
    }

    // "Test Test", "Unknown", "A N Other", "Test User 2".
    private static bool IsWholly(string[] words)
    {
        if (words.Length == 0)
            return false;
        if (DisuseWords.NamesOfNobody.At(words, 0) == words.Length || (words.Length == 1 && DisuseWords.SortedLast.Contains(words[0])))
            return true;
        return words.Any(DisuseWords.Nobody.Contains)
            && words.All(word =>
                DisuseWords.Nobody.Contains(word) || DisuseWords.OfNobody.Contains(word) || word.All(char.IsDigit) || DisuseWords.OfNobodyFirm.Contains(word)
            );
    }

    /// <summary>Takes one text apart.</summary>
    private sealed class Reader(string? text, bool person, int fewestLeft)
    {
        private readonly List<string> _marks = [];
        private string _rest = text is { Length: > Letters.Longest } ? text.Substring(0, Letters.Longest) : text ?? "";

        public MarkedName Read()
        {
            // Nearly every name ends here; the rest is dear.
            if (!Letters.Split(_rest).Any(DisuseWords.MayMark) && !Glued.IsMatch(_rest.TrimStart()))
                return new(text ?? "", null);
            TakeBrackets();
            TakePieces();
            TakePhrases();
            TakeEnd();
            TakeStart();
            return _marks.Count == 0 ? new(text!, null) : new(_rest.Trim(' ', '-', '–', '—', '/', '|', ':', ';', ',', '*', '.'), string.Join(", ", _marks));
        }

        private void TakeBrackets()
        {
            foreach (var bracket in Bracketed.Matches(_rest).Cast<Match>().Reverse())
            {
                var inside = bracket.Groups[1].Success ? bracket.Groups[1] : bracket.Groups[2];
                if (IsMarker(Letters.Split(inside.Value)))
                    Take(bracket.Index, bracket.Length, inside.Value);
            }
        }

        // Before the first dash and behind the last one.
        private void TakePieces()
        {
            if (Dashes.Match(_rest) is { Success: true, Index: > 0 } first && IsMarker(Letters.Split(_rest.Substring(0, first.Index))))
                Take(0, first.Index + first.Length, _rest.Substring(0, first.Index));
            if (Dashes.Matches(_rest).Cast<Match>().LastOrDefault() is { } last && IsMarker(Letters.Split(_rest.Substring(last.Index + last.Length))))
                Take(last.Index, _rest.Length - last.Index, _rest.Substring(last.Index + last.Length));
            var comma = _rest.LastIndexOf(',');
            if (comma > 0 && !person && IsMarker(Letters.Split(_rest.Substring(comma + 1))))
                Take(comma, _rest.Length - comma, _rest.Substring(comma + 1));
        }

        private void TakePhrases()
        {
            var (words, folded) = Words();
            for (var at = 0; at < folded.Length; at++)
            {
                if (DisuseWords.Anywhere.At(folded, at) is not (> 0 and var length))
                    continue;
                var end = Tail(folded, at + length);
                if (folded.Length - (end - at) >= fewestLeft)
                    Take(words, at, end);
                return;
            }
        }

        private void TakeEnd()
        {
            var (words, folded) = Words();
            for (var at = Math.Max(fewestLeft, folded.Length - 8); at < folded.Length; at++)
            {
                var length = Math.Max(DisuseWords.AtTheEnd.At(folded, at), person ? DisuseWords.AtTheEndOfAPerson.At(folded, at) : 0);
                length =
                    length > 0 ? length
                    : BesideADate(folded, at) ? 1
                    : InCapitals(words, folded, at);
                if (length == 0 || Tail(folded, at + length) != folded.Length)
                    continue;
                Take(words, at, folded.Length);
                return;
            }
        }

        private void TakeStart()
        {
            var (words, folded) = Words();
            if (words.Length == 0)
                return;
            var length =
                folded.Length <= fewestLeft && fewestLeft > 1 ? 0
                : DisuseWords.SortedLast.Contains(folded[0]) || words[0].Value is "x" or "z" || (person && folded[0] is "ex" or "leaver") ? 1
                : InCapitals(words, folded, 0);
            if (length > 0 && folded.Length - length >= 1)
                Take(words, 0, length);
            else if (
                Glued.Match(words[0].Value) is { Success: true } glued
                && !DisuseWords.SpeltWithX.Contains(Letters.Fold(words[0].Value.Substring(glued.Length)))
            )
                Take(words[0].Index, glued.Length, glued.Value);
        }

        // "left 31/07/2024", "merged March 2023".
        private static bool BesideADate(string[] folded, int at) =>
            DisuseWords.SetApart.At(folded, at) == 1
            && DisuseWords.NotByADate.At(folded, at) == 0
            && at + 1 < folded.Length
            && folded.Skip(at + 1).Any(HasDigit);

        // "OLD Mill Nursery": capitals say that the word is no part of the name, unless the name is in capitals too.
        private int InCapitals(Match[] words, string[] folded, int at)
        {
            var length = Math.Max(DisuseWords.SetApart.At(folded, at), DisuseWords.AtTheEnd.At(folded, at));

            // ChainStatistics begin with their initials: DUP Engineering.
            if (!person && at == 0 && folded[0].Length <= LongestInitials && folded[0] != "old")
                return 0;
            if (length == 0 || !words.Skip(at).Take(length).All(word => word.Value.Any(char.IsLetter) && !word.Value.Any(char.IsLower)))
                return 0;
            return words.Where((_, i) => i < at || i >= at + length).Any(word => word.Value.Any(char.IsLower)) ? length : 0;
        }

        // A marker by itself, with what may follow it.
        private static bool IsMarker(string[] folded)
        {
            if (folded.Length == 0)
                return false;
            var length = Math.Max(DisuseWords.Anywhere.At(folded, 0), Math.Max(DisuseWords.AtTheEnd.At(folded, 0), DisuseWords.SetApart.At(folded, 0)));
            return length > 0 && Tail(folded, length) == folded.Length;
        }

        // Where the words end that only say more about the marker.
        private static int Tail(string[] folded, int at)
        {
            while (at < folded.Length && (DisuseWords.Neutral.Contains(folded[at]) || HasDigit(folded[at])))
                at++;
            return at < folded.Length && DisuseWords.Connecting.Contains(folded[at]) ? folded.Length : at;
        }

        private static bool HasDigit(string word) => word.Any(char.IsDigit);

        // A written word may fold into several (31/07): they are counted as one, by their letters and digits.
        private (Match[] Words, string[] Folded) Words()
        {
            var words = Word.Matches(_rest).Cast<Match>().Where(word => Letters.Fold(word.Value).Length > 0).ToArray();
            return (words, words.Select(word => Letters.Fold(word.Value).Replace(" ", "")).ToArray());
        }

        private void Take(Match[] words, int from, int to)
        {
            var (start, end) = (words[from].Index, words[to - 1].Index + words[to - 1].Length);
            Take(start, end - start, _rest.Substring(start, end - start));
        }

        private void Take(int start, int length, string mark)
        {
            _rest = _rest.Remove(start, length).Insert(start, start > 0 && start + length < _rest.Length ? " " : "");
            _marks.Add(mark.Trim());
        }
    }
}
