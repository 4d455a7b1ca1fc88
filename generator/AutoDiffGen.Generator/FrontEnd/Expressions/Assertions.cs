using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.FrontEnd.Expressions;

/// <summary>
/// <c>Debug.Assert(x &gt; 0);</c> computes nothing, and release builds have no such call: derivatives leave it out. Its arguments must be
/// without side effects, or the method would be another one in debug builds. They are an allow-list.
/// </summary>
internal static class Assertions
{
    public static bool Is(IMethodSymbol method) => method is { Name: "Assert", IsStatic: true } && method.ContainingType.ToDisplayString() == "System.Diagnostics.Debug";

    public static void Check(BodyScope scope, IInvocationOperation operation)
    {
        if (operation.Arguments.SelectMany(a => Given(a.Value)).SelectMany(v => v.DescendantsAndSelf()).FirstOrDefault(o => !IsPure(scope, o)) is { } other)
            throw scope.RefuseConstruct(other.Syntax, "An expression other than comparisons and arithmetic in an assertion");
    }

    // Of a message that is put together only when it is needed, what it is put together of.
    private static IEnumerable<IOperation> Given(IOperation argument) =>
        argument is IInterpolatedStringHandlerCreationOperation { Syntax: InterpolatedStringExpressionSyntax text, SemanticModel: { } model }
            ? text.Contents.OfType<InterpolationSyntax>().Select(hole => model.GetOperation(hole.Expression)!)
            : [argument];

    private static bool IsPure(BodyScope scope, IOperation operation) => operation switch
    {
        ILiteralOperation or IDefaultValueOperation or INameOfOperation => true,
        ILocalReferenceOperation local => !local.IsDeclaration,
        IParameterReferenceOperation or IFieldReferenceOperation or IArrayElementReferenceOperation => true,
        IBinaryOperation binary => binary.OperatorMethod is null || IsOfTheFramework(binary.OperatorMethod),
        IUnaryOperation unary => unary.OperatorMethod is null,
        IConversionOperation conversion => conversion.OperatorMethod is null,
        IConditionalOperation or IArgumentOperation => true,
        IIsPatternOperation or IConstantPatternOperation or IRelationalPatternOperation or IBinaryPatternOperation or INegatedPatternOperation => true,
        IInterpolatedStringOperation or IInterpolatedStringContentOperation or IInterpolationOperation => true,
        IPropertyReferenceOperation property => IsOfTheFramework(property.Property),
        IInvocationOperation call => FunctionRefs.IsMathematics(call.TargetMethod, scope.Calls.Compilation),
        _ => false,
    };

    private static bool IsOfTheFramework(ISymbol symbol) => symbol.DeclaringSyntaxReferences.IsEmpty && symbol.ContainingNamespace.ToDisplayString() == "System";
}
