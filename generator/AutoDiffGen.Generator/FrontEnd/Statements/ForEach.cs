using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.FrontEnd.Statements;

/// <summary><c>foreach</c>.</summary>
internal static class ForEach
{
    public static void Lower(BodyScope scope, IForEachLoopOperation loop) => throw scope.RefuseConstruct(loop);
}
