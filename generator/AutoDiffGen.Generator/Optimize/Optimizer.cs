using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Transform;

namespace AutoDiffGen.Generator.Optimize;

/// <summary>What makes a correct derivative also short and fast. Each pass can be left out without changing what the function computes.</summary>
internal static class Optimizer
{
    /// <summary>The passes in order, by the names a <see cref="Plan"/> leaves them out by; what nothing reads is always removed.</summary>
    public static IReadOnlyList<(string Name, Func<Function, Function> Run)> Passes { get; } =
    [
        (Plan.Simplify, Simplify.Run),
        (Plan.CopyPropagation, CopyPropagation.Run),
        (Plan.Simplify, Simplify.Run),
        (Plan.SharedLoads, SharedLoads.Run),
        (Plan.CopyPropagation, CopyPropagation.Run),
        (Plan.CommonSubexpressions, CommonSubexpressions.Run),
        (Plan.CopyPropagation, CopyPropagation.Run),
        (nameof(DeadCode), DeadCode.Run),
        (Plan.AddedBack, AddedBack.Run),
        (Plan.SinCos, SinCos.Run),
        (Plan.CopyPropagation, CopyPropagation.Run),
        (Plan.EntryNames, EntryNames.Run),
        (Plan.Coalesce, f => Coalesce.Run(f, intoCarried: true)),
        (Plan.ChooseByValue, ChooseByValue.Run),
        (Plan.ElementSums, ElementSums.Run),
        (Plan.InlineTemporaries, InlineTemporaries.Run),
        (Plan.Simplify, Simplify.Run),
        (nameof(DeadCode), DeadCode.Run),
        (Plan.Upward, Upward.Run),
        (Plan.ScalarSums, ScalarSums.Run),
        (Plan.ReserveStorage, ReserveStorage.Run),
    ];

    public static Function Run(Function function, Plan plan) => Passes.Aggregate(function, (f, pass) => plan.Run(pass.Name, pass.Run, f));
}
