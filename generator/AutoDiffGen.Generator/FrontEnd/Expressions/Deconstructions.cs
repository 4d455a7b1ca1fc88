using AutoDiffGen.Generator.Ir;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace AutoDiffGen.Generator.FrontEnd.Expressions;

/// <summary>
/// Tuples that are taken apart at once: <c>(a, b) = (b, a)</c> → <c>t0 = b; t1 = a; a = t0; b = t1</c>, <c>var (u, v) = (x, y)</c> →
/// <c>u = x; v = y</c>; the two that <see cref="Quotients"/> tells of likewise. The targets are found first, then all values, then they are stored.
/// </summary>
internal static class Deconstructions
{
    public static void Lower(BodyScope scope, IDeconstructionAssignmentOperation operation)
    {
        if (SinCos.TryLower(scope, operation))
            return;
        IReadOnlyList<IOperation> targets = SinCos.Elements(operation.Target);
        ITupleOperation? tuple = Tuple(operation.Value);
        if (targets.Count == 0 || targets.Any(t => t is ITupleOperation)
            || (tuple is not null && (tuple.Elements.Length != targets.Count || tuple.Elements.Any(e => Tuple(e) is not null))))
            throw scope.RefuseConstruct(operation);

        Place?[] places = targets.Select(t => SinCos.Declared(t) is null && t is not IDiscardOperation ? Places.Target(scope, t) : null).ToArray();
        Fragment[] values = tuple?.Elements.Select(e => scope.Isolate(() => Values.Lower(scope, e))).ToArray()
            ?? Quotients.Parts(scope, operation.Value)
            ?? throw scope.RefuseConstruct(operation);
        var kept = new Expr[values.Length];
        for (int i = 0; i < values.Length; i++)
        {
            for (int j = 0; j < places.Length; j++)
                places[j] = places[j] is { } place ? Places.Keep(scope, place, values[i].Steps) : null;
            for (int j = 0; j < i; j++)
                kept[j] = Operands.Keep(scope, kept[j], values[i].Steps);
            scope.Emit(values[i].Steps);
            kept[i] = values[i].Value;
        }

        // A place's index may be among what is assigned.
        if (places.Any(p => p is not null))
        {
            var assigned = new HashSet<Var>(places.OfType<LocalPlace>().Select(p => p.Var));
            places = places.Select(p => p is null ? null : Places.Fixed(scope, p, assigned.Contains)).ToArray();
            kept = kept.Select(v => v is RealConst or InertConst ? v : scope.Capture(v)).ToArray();
        }

        for (int i = 0; i < targets.Count; i++)
            Store(scope, targets[i], places[i], kept[i]);
    }

    private static void Store(BodyScope scope, IOperation target, Place? place, Expr value)
    {
        if (place is not null)
        {
            Places.Store(scope, place, Converted(scope, value, place.Type, target));
        }
        else if (SinCos.Declared(target) is { } local)
        {
            IrType type = scope.TypeOf(local.Type, target.Syntax);
            Expr converted = Converted(scope, value, type, target);
            Var variable = scope.NewLocal(local, type);
            scope.Emit(scope.IsHoisted(local) ? new Assign(new LocalPlace(variable), converted) : new Declare(variable, converted));
        }
    }

    private static Expr Converted(BodyScope scope, Expr value, IrType type, IOperation at)
    {
        if (value.Type == type || (Types.IsString(type) && Types.IsString(value.Type)))
            return value;
        if (type.IsStorage() || value.Type.IsStorage())
            return Conversions.OfStorage(value, type) ?? throw scope.RefuseConstruct(at.Syntax, "Such a deconstruction");
        return Conversions.To(value, type, isChecked: false);
    }

    private static ITupleOperation? Tuple(IOperation operation) => operation switch
    {
        ITupleOperation tuple => tuple,
        IConversionOperation { IsImplicit: true, Operand: ITupleOperation tuple } => tuple,
        _ => null,
    };
}
