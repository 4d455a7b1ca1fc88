using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.FrontEnd;

/// <summary>
/// Names a construct in the words of someone who writes C#, and finds the narrowest place to underline:
/// <c>for (int i = 0; …) { … }</c> → "A 'for' loop", at the keyword.
/// </summary>
internal static class Wording
{
    public static string Of(IOperation operation) => operation.Kind switch
    {
        OperationKind.Loop => Loop((ILoopOperation)operation),
        OperationKind.Try => "A 'try' statement",
        OperationKind.Lock => "A 'lock' statement",
        OperationKind.Using => "A 'using' statement",
        OperationKind.UsingDeclaration => "A 'using' declaration",
        OperationKind.YieldReturn or OperationKind.YieldBreak => "A 'yield' statement",
        OperationKind.Labeled => "A label",
        OperationKind.Branch => Branch(operation.Syntax),
        OperationKind.LocalFunction => "A local function",
        OperationKind.AnonymousFunction => "A lambda",
        OperationKind.DelegateCreation when ((IDelegateCreationOperation)operation).Target is IAnonymousFunctionOperation => "A lambda",
        OperationKind.DelegateCreation => "A delegate",
        OperationKind.MethodReference => "A method group",
        OperationKind.ArrayCreation => "An array creation",
        OperationKind.ArrayInitializer => "An array initializer",
        OperationKind.ArrayElementReference => "An array element",
        OperationKind.ObjectCreation or OperationKind.TypeParameterObjectCreation => "An object creation",
        OperationKind.AnonymousObjectCreation => "An anonymous object",
        OperationKind.Tuple => "A tuple",
        OperationKind.TupleBinary => "A comparison of tuples",
        OperationKind.DeconstructionAssignment => "A deconstruction",
        OperationKind.Await => "An 'await' expression",
        OperationKind.Coalesce => "The operator '??'",
        OperationKind.CoalesceAssignment => "The operator '??='",
        OperationKind.ConditionalAccess or OperationKind.ConditionalAccessInstance => "The operator '?.'",
        OperationKind.InstanceReference => "An instance member",
        OperationKind.PropertyReference => $"The property '{((IPropertyReferenceOperation)operation).Property.Name}'",
        OperationKind.FieldReference => $"The field '{((IFieldReferenceOperation)operation).Field.Name}'",
        OperationKind.EventReference => "An event",
        OperationKind.EventAssignment => "An event subscription",
        OperationKind.DynamicIndexerAccess or OperationKind.DynamicInvocation or OperationKind.DynamicMemberReference
            or OperationKind.DynamicObjectCreation => "A 'dynamic' operation",
        OperationKind.TypeOf => "A 'typeof' expression",
        OperationKind.SizeOf => "A 'sizeof' expression",
        OperationKind.AddressOf => "The address-of operator",
        OperationKind.FunctionPointerInvocation => "A function pointer call",
        OperationKind.InterpolatedString => "An interpolated string outside an exception's arguments",
        OperationKind.InterpolatedStringHandlerCreation => "An interpolated string handler",
        OperationKind.Throw => "Such a 'throw'",
        OperationKind.With => "A 'with' expression",
        OperationKind.Range => "A range",
        OperationKind.ImplicitIndexerReference => "An indexer",
        OperationKind.IsType => "A type test",
        OperationKind.SwitchExpression => "Such a 'switch' expression",
        OperationKind.RecursivePattern => "A property or positional pattern",
        OperationKind.ListPattern or OperationKind.SlicePattern => "A list pattern",
        OperationKind.TypePattern or OperationKind.DeclarationPattern => "A type pattern that converts",
        OperationKind.Utf8String => "A UTF-8 string literal",
        OperationKind.TranslatedQuery => "A query expression",
        OperationKind.NameOf or OperationKind.Literal or OperationKind.DefaultValue => "Such a constant",
        _ => BySyntax(operation.Syntax),
    };

    /// <summary>Where to underline: the keyword of a statement with a body, the name of a local function, otherwise the node itself.</summary>
    public static Location Place(SyntaxNode node) => node switch
    {
        LocalFunctionStatementSyntax f => f.Identifier.GetLocation(),
        ForStatementSyntax or CommonForEachStatementSyntax or WhileStatementSyntax or DoStatementSyntax or TryStatementSyntax
            or LockStatementSyntax or UsingStatementSyntax or FixedStatementSyntax or SwitchStatementSyntax or IfStatementSyntax
            or UnsafeStatementSyntax => node.GetFirstToken().GetLocation(),
        LabeledStatementSyntax l => l.Identifier.GetLocation(),
        AnonymousMethodExpressionSyntax m => m.DelegateKeyword.GetLocation(),
        LambdaExpressionSyntax l => l.ArrowToken.GetLocation(),
        _ => node.GetLocation(),
    };

    private static string Loop(ILoopOperation loop) => loop switch
    {
        IForLoopOperation => "A 'for' loop",
        IForEachLoopOperation => "A 'foreach' loop",
        IWhileLoopOperation { ConditionIsTop: true } => "A 'while' loop",
        _ => "A 'do' loop",
    };

    private static string Branch(SyntaxNode syntax) => syntax.Kind() switch
    {
        SyntaxKind.GotoCaseStatement => "A 'goto case' statement",
        SyntaxKind.GotoDefaultStatement => "A 'goto default' statement",
        SyntaxKind.ContinueStatement => "A 'continue' statement",
        SyntaxKind.BreakStatement => "Such a 'break' statement",
        _ => "A 'goto' statement",
    };

    // What has no operation of its own on some hosts.
    private static string BySyntax(SyntaxNode syntax) => syntax.Kind() switch
    {
        SyntaxKind.StackAllocArrayCreationExpression or SyntaxKind.ImplicitStackAllocArrayCreationExpression => "A 'stackalloc' expression",
        SyntaxKind.CollectionExpression => "A collection expression",
        SyntaxKind.FixedStatement => "A 'fixed' statement",
        SyntaxKind.PointerIndirectionExpression or SyntaxKind.PointerMemberAccessExpression => "A pointer operation",
        SyntaxKind.RefExpression => "A 'ref' expression",
        SyntaxKind.MakeRefExpression or SyntaxKind.RefValueExpression or SyntaxKind.RefTypeExpression => "A typed reference",
        SyntaxKind kind => $"This construct ({kind})",
    };
}
