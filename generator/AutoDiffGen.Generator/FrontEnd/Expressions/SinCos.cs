using AutoDiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.FrontEnd.Expressions;

/// <summary>
/// The one function whose result is a tuple: <c>var (s, c) = Math.SinCos(x)</c> → <c>Declare s = Math.Sin(x); Declare c = Math.Cos(x)</c>
/// (which have the same bits), and <c>Math.SinCos(x).Cos</c> → <c>Math.Cos(x)</c>.
/// </summary>
internal static class SinCos
{
    public static void Lower(BodyScope scope, IDeconstructionAssignmentOperation operation)
    {
        if (Angle(operation.Value) is not { } angleOf || Elements(operation.Target) is not [var first, var second])
            throw scope.RefuseConstruct(operation);
        Expr angle = Values.Lower(scope, angleOf);
        // Both read it, and the first assignment may change what it reads.
        if (angle is not (RealConst or Read { Place: LocalPlace { Var.Role: VarRole.Temporary } }))
            angle = scope.Capture(angle);
        Store(scope, first, "Sin", angle);
        Store(scope, second, "Cos", angle);
    }

    /// <summary>The sine or cosine that a field of the tuple is; null for any other field.</summary>
    public static Expr? Part(BodyScope scope, IFieldReferenceOperation operation)
    {
        if (operation.Instance is not { } instance || Angle(instance) is not { } angle)
            return null;
        string? name = operation.Field.Name switch
        {
            "Sin" or "Item1" => "Sin",
            "Cos" or "Item2" => "Cos",
            _ => null,
        };
        return name is null ? null : Function(scope, name, Values.Lower(scope, angle), operation.Syntax);
    }

    private static void Store(BodyScope scope, IOperation target, string name, Expr angle)
    {
        if (target is IDiscardOperation)
            return;
        Expr value = Function(scope, name, angle, target.Syntax);
        IOperation stored = target is IDeclarationExpressionOperation { Expression: var declared } ? declared : target;
        if (stored is not ILocalReferenceOperation { IsDeclaration: true, Local: var local })
        {
            Place place = Places.Lower(scope, stored);
            scope.Emit(new Assign(place, Conversions.To(value, place.Type, isChecked: false)));
            return;
        }

        IrType type = scope.TypeOf(local.Type, target.Syntax);
        value = Conversions.To(value, type, isChecked: false);
        Var variable = scope.NewLocal(local, type);
        scope.Emit(scope.IsHoisted(local) ? new Assign(new LocalPlace(variable), value) : new Declare(variable, value));
    }

    private static Call Function(BodyScope scope, string name, Expr angle, SyntaxNode at) =>
        new(scope.Calls.Note(FunctionRefs.RealFunction(name, (RealType)angle.Type), at), [angle]);

    // What the sine and cosine are taken of, where the operation computes them together.
    private static IOperation? Angle(IOperation operation) =>
        operation is IInvocationOperation { TargetMethod: { Name: "SinCos", IsStatic: true } method, Arguments: [var argument] }
        && (method.ContainingType.SpecialType is SpecialType.System_Double or SpecialType.System_Single
            || method.ContainingType.ToDisplayString() is "System.Math" or "System.MathF")
        && method.DeclaringSyntaxReferences.IsEmpty
            ? argument.Value
            : null;

    private static IReadOnlyList<IOperation> Elements(IOperation target) => target switch
    {
        ITupleOperation tuple => tuple.Elements,
        IDeclarationExpressionOperation { Expression: ITupleOperation tuple } => tuple.Elements,
        _ => Array.Empty<IOperation>(),
    };
}
