using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Transform;

namespace AutoDiffGen.Generator.Optimize;

/// <summary>What makes a correct derivative also short and fast. Each pass can be left out without changing what the function computes.</summary>
internal static class Optimizer
{
    public static Function Run(Function function)
    {
        function = Simplify.Run(function);
        function = CopyPropagation.Run(function);
        function = Simplify.Run(function);
        function = CommonSubexpressions.Run(function);
        function = CopyPropagation.Run(function);
        function = DeadCode.Run(function);
        function = CopyPropagation.Run(SinCos.Run(function));
        function = EntryNames.Run(function);
        function = Coalesce.Run(function, intoCarried: true);
        function = ChooseByValue.Run(function);
        function = InlineTemporaries.Run(function);
        function = Simplify.Run(function);
        return DeadCode.Run(function);
    }
}
