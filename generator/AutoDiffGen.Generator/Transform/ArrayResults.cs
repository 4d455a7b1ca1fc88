using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Transform;

/// <summary>
/// A method that returns an array, as one that returns the sum of the elements, each times its adjoint: the gradient of that is the
/// vector-Jacobian product. How many adjoints there must be is known only when the array is there: where their number is wrong, what the
/// method has written is put back before that is said.
/// </summary>
/// <example><code>
/// double[] F(double[] a) { …; return b; }
///         →
/// double F(double[] a, ReadOnlySpan&lt;double&gt; seed) { …; check that seed has b.Length elements;  for (i …) sum += seed[i] * b[i];  return sum; }
/// </code></example>
internal static class ArrayResults
{
    private static readonly Origin Returned = new("return", Sweep.Primal);

    /// <summary>The function; itself where its result is no array.</summary>
    public static Function Run(Function function)
    {
        if (function.Result is not ArrayType { Element: RealType element })
            return function;
        var names = new Names(function.Names());
        var seed = new Var(
            Derived.Free("seed", new HashSet<string>(function.Parameters.Select(p => p.Var.Name), StringComparer.Ordinal)), new SpanType(element, IsReadOnly: true), VarRole.Parameter);
        names.Reserve(seed.Name);
        return function with
        {
            Parameters = [.. function.Parameters, new Parameter(seed, RefMode.Value, Active: false)],
            Result = element,
            Body = Body(function, seed, names).ToEquatableArray(),
        };
    }

    private static IEnumerable<Stmt> Body(Function function, Var seed, Names names)
    {
        // Every path may throw: then there is no result.
        if (function.Body[function.Body.Count - 1] is not Return { Value: Read { Place: LocalPlace result } })
            return function.Body;
        Storages storages = Storages.Of(function);
        Var[] written = function.Parameters.Select(p => p.Var).Where(v => v.Type.IsStorage() && storages.IsStoredThrough(v)).ToArray();
        var entry = new List<Stmt>();
        var back = new List<Stmt>();
        var assigned = new HashSet<Var>(function.Body.All().OfType<Assign>().SelectMany(s => s.Writes()));
        foreach (Var parameter in written)
        {
            Var given = parameter;
            if (assigned.Contains(parameter))
            {
                given = new Var(names.Fresh("given"), parameter.Type, VarRole.Temporary);
                entry.Add(new Declare(given, parameter.Read, Returned));
            }

            var initial = new Var(names.Fresh("initial"), new SpanType(parameter.Type.Content(), IsReadOnly: false), VarRole.Temporary);
            entry.AddRange([new Allocate(initial, [Buffers.Count(parameter, [])], Returned), Buffers.Copy(parameter, initial)]);
            back.Add(Buffers.Copy(initial, given));
        }

        return [.. entry, .. function.Body.Take(function.Body.Count - 1), .. Weighted(result, seed, back, names)];
    }

    private static IEnumerable<Stmt> Weighted(LocalPlace result, Var seed, List<Stmt> back, Names names)
    {
        IrType type = seed.Type.Element();
        var count = new Var(names.Fresh("count"), IrType.Int32, VarRole.Temporary);
        var sum = new Var(names.Fresh("sum"), type, VarRole.Temporary);
        var index = new Var(names.Fresh("i"), IrType.Int32, VarRole.Temporary);
        Stmt check = Guards.Length(seed, count.Read);
        Expr term = Reals.Times(Element(new LocalPlace(seed)), Element(result));
        return
        [
            new Declare(count, new Length(new Read(result)), Returned),
            .. back.Count == 0
                ? [check]
                : new Stmt[] { new If(new Binary(BinaryOp.NotEqual, new Length(seed.Read), count.Read, IrType.Bool), [.. back, check], [], Returned) },
            new Declare(sum, Reals.Zero(type), Returned),
            new Declare(index, Integers.Constant(0), Returned),
            new While(
                new Binary(BinaryOp.Less, index.Read, new Length(seed.Read), IrType.Bool),
                [
                    new Assign(new LocalPlace(sum), Reals.Plus(sum.Read, term), Returned),
                    new Assign(new LocalPlace(index), new Binary(BinaryOp.Add, index.Read, Integers.Constant(1), IrType.Int32), Returned),
                ],
                Returned),
            new Return(sum.Read),
        ];

        Read Element(Place array) => new(new ElementPlace(array, [index.Read], type));
    }
}
