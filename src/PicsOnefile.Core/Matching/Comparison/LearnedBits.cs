using System;
using System.Collections.Generic;
using PicsOnefile.Matching.Evidence;

namespace PicsOnefile.Matching.Comparison;

/// <summary>What the lists at hand taught, for those who ask why.</summary>
/// <param name="Prior">Bits that are added to the odds before comparing.</param>
/// <param name="Levels">For the levels of a pair: a row for each level, or group of levels, whose weight has changed.</param>
internal sealed record LearnedBits(float Prior, Func<LevelSet, IReadOnlyList<TallyRow>> Levels);
