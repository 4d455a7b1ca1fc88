using AutoDiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.FrontEnd.Expressions;

/// <summary>
/// The functions whose result is a tuple: <c>var (s, c) = Math.SinCos(x)</c> → <c>Declare s = Math.Sin(x); Declare c = Math.Cos(x)</c>
/// (which have the same bits), and <c>Math.SinCos(x).Cos</c> → <c>Math.Cos(x)</c>. <c>double.SinCosPi</c> likewise, but its parts
/// stay parts, as <c>double.CosPi</c> has other bits.
/// </summary>
internal static class SinCos
{
    /// <summary>Lowers such a deconstruction; false for any other.</summary>
    public static bool TryLower(BodyScope scope, IDeconstructionAssignmentOperation operation)
    {
        if (Pair(operation.Value) is not { } pair || Elements(operation.Target) is not [var first, var second])
            return false;
        Place? firstPlace = Target(scope, first), secondPlace = Target(scope, second);
        Expr angle = Values.Lower(scope, pair.Angle);
        // Both read it, and the first assignment may change what it reads.
        if (angle is not (RealConst or Read { Place: LocalPlace { Var.Role: VarRole.Temporary } }))
            angle = scope.Capture(angle);
        Store(scope, first, firstPlace, pair, "Sin", angle);
        Store(scope, second, secondPlace, pair, "Cos", angle);
        return true;
    }

    /// <summary>The sine or cosine that a field of the tuple is; null for any other field.</summary>
    public static Expr? Part(BodyScope scope, IFieldReferenceOperation operation)
    {
        if (operation.Instance is not { } instance || Pair(instance) is not { } pair)
            return null;
        string? name = operation.Field.Name switch
        {
            "Sin" or "SinPi" or "Item1" => "Sin",
            "Cos" or "CosPi" or "Item2" => "Cos",
            _ => null,
        };
        return name is null ? null : Function(scope, pair, name, Values.Lower(scope, pair.Angle), operation.Syntax);
    }

    // What is assigned, with its index computed before the angle; null of what is declared here, or discarded.
    private static Place? Target(BodyScope scope, IOperation target) =>
        target is IDiscardOperation || Declared(target) is not null ? null : Places.Fixed(scope, Places.Target(scope, target), scope.IsReassigned);

    /// <summary>The local that a target declares.</summary>
    public static ILocalSymbol? Declared(IOperation target) =>
        (target is IDeclarationExpressionOperation { Expression: var declared } ? declared : target) is ILocalReferenceOperation { IsDeclaration: true, Local: var local }
            ? local
            : null;

    private static void Store(BodyScope scope, IOperation target, Place? place, Functions pair, string name, Expr angle)
    {
        if (target is IDiscardOperation)
            return;
        Expr value = Function(scope, pair, name, angle, target.Syntax);
        if (place is not null || Declared(target) is not { } local)
        {
            Places.Store(scope, place!, Conversions.To(value, place!.Type, isChecked: false));
            return;
        }

        IrType type = scope.TypeOf(local.Type, target.Syntax);
        value = Conversions.To(value, type, isChecked: false);
        Var variable = scope.NewLocal(local, type);
        scope.Emit(scope.IsHoisted(local) ? new Assign(new LocalPlace(variable), value) : new Declare(variable, value));
    }

    private static Call Function(BodyScope scope, Functions pair, string name, Expr angle, SyntaxNode at)
    {
        FunctionRef? function = FunctionRefs.RealFunction(pair.Container, name + pair.Suffix, (RealType)angle.Type, scope.Calls.Compilation);
        if (function is null)
            throw scope.RefuseConstruct(at, "Such a deconstruction");
        return new Call(scope.Calls.Note(function with { PartOf = pair.PartOf }, scope, at), [angle]);
    }

    /// <summary>The two functions of a call that computes both: of <c>Math</c>, or with <c>Pi</c>, which only the types themselves declare.</summary>
    private sealed record Functions(string Container, string Suffix, string? PartOf, IOperation Angle);

    private static Functions? Pair(IOperation operation)
    {
        if (operation is not IInvocationOperation { TargetMethod: { Name: "SinCos" or "SinCosPi", IsStatic: true } method, Arguments: [var argument] }
            || !method.DeclaringSyntaxReferences.IsEmpty)
            return null;
        bool isMathematics = method.ContainingType.SpecialType is SpecialType.System_Double or SpecialType.System_Single
            || method.ContainingType.ToDisplayString() is "System.Math" or "System.MathF";
        return !isMathematics ? null : method.Name == "SinCos"
            ? new Functions("Math", "", null, argument.Value)
            : new Functions("Real", "Pi", method.Name, argument.Value);
    }

    /// <summary>The targets of a deconstruction.</summary>
    public static IReadOnlyList<IOperation> Elements(IOperation target) => target switch
    {
        ITupleOperation tuple => tuple.Elements,
        IDeclarationExpressionOperation { Expression: ITupleOperation tuple } => tuple.Elements,
        _ => Array.Empty<IOperation>(),
    };
}
