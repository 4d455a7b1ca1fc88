using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator;

/// <summary>
/// Which passes run that only make a derivative shorter or faster. Each can be left out without changing what is computed; the tests do,
/// one after the other.
/// </summary>
internal sealed record Plan(EquatableArray<string> Without)
{
    /// <summary>Rounds of a loop that meet only in sums are reversed on the spot (<see cref="Transform.Reverse"/>).</summary>
    public const string IndependentRounds = "IndependentRounds";

    /// <summary>The adjoint of a sum is one value for all rounds (<see cref="Analysis.Accumulation"/>).</summary>
    public const string Sums = "Sums";

    /// <summary>Cheap values of branches are computed again instead of kept (<see cref="Transform.Keep"/>).</summary>
    public const string Recompute = "Recompute";

    /// <summary>Integers that rounds raise or swap are computed back instead of recorded (<see cref="Transform.Induction"/>).</summary>
    public const string Induction = "Induction";

    /// <summary>Elements that a loop overwrites one after the other are recorded together (<see cref="Transform.Ranges"/>).</summary>
    public const string Ranges = "Ranges";

    /// <summary>One array serves all rounds that create one (<see cref="Transform.HoistAllocations"/>).</summary>
    public const string HoistAllocations = "HoistAllocations";

    public const string Simplify = "Simplify";

    public const string CopyPropagation = "CopyPropagation";

    public const string CommonSubexpressions = "CommonSubexpressions";

    public const string SinCos = "SinCos";

    public const string EntryNames = "EntryNames";

    public const string Coalesce = "Coalesce";

    public const string ChooseByValue = "ChooseByValue";

    public const string InlineTemporaries = "InlineTemporaries";

    public const string Upward = "Upward";

    public const string Extrema = "Extrema";

    public const string AddedBack = "AddedBack";

    public const string SharedLoads = "SharedLoads";

    public const string ElementSums = "ElementSums";

    public const string ScalarSums = "ScalarSums";

    public const string ReserveStorage = "ReserveStorage";

    public const string PrettyNames = "PrettyNames";

    /// <summary>Every name.</summary>
    public static EquatableArray<string> All { get; } =
    [
        IndependentRounds, Sums, Recompute, Induction, Ranges, HoistAllocations, Extrema, Simplify, CopyPropagation, SharedLoads, CommonSubexpressions, AddedBack, SinCos, EntryNames, Coalesce, ChooseByValue,
        ElementSums, InlineTemporaries, Upward, ScalarSums, ReserveStorage, PrettyNames,
    ];

    /// <summary>All passes.</summary>
    public static Plan Full { get; } = new([]);

    /// <summary>No pass that could be left out.</summary>
    public static Plan Bare { get; } = new(All);

    public bool Has(string pass) => !Without.Contains(pass);

    /// <summary>The function after the pass, if the plan has it.</summary>
    public Ir.Function Run(string pass, Func<Ir.Function, Ir.Function> run, Ir.Function function) => Has(pass) ? run(function) : function;
}
