using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Transform;

/// <summary>
/// What a derivative checks on entry, before anything is written: that derivative buffers have the lengths of what they are for and overlap
/// nothing, and that what the method writes is not also another argument. The sweeps are right only then.
/// </summary>
internal static class Guards
{
    private const string Container = "global::AutoDiffGen.Runtime.Buffers";

    /// <param name="function">Stores through a reference wherever its parameter is written.</param>
    public static IEnumerable<Stmt> Of(Function function, DerivativeParameters derivatives) =>
        OfReferences(function).Concat(OfBuffers(function, derivatives));

    private static IEnumerable<Stmt> OfReferences(Function function)
    {
        Parameter[] references = function.Parameters.Where(p => p.Mode != RefMode.Value).ToArray();
        var stored = new HashSet<Var>(function.Body.All().OfType<Assign>().Select(a => a.Target).OfType<ReferencePlace>().Select(r => r.Parameter));
        var pairs = new List<(Parameter Written, Parameter Other)>();
        for (int i = 0; i < references.Length; i++)
        {
            for (int j = i + 1; j < references.Length; j++)
            {
                (Parameter a, Parameter b) = (references[i], references[j]);
                if (a.Var.Type == b.Var.Type && (IsWritten(a) || IsWritten(b)))
                    pairs.Add(IsWritten(a) ? (a, b) : (b, a));
            }
        }

        // An out parameter must count as assigned before its reference can be looked at.
        foreach (Parameter uninitialised in references.Where(r => r.Mode == RefMode.Out && pairs.Any(p => p.Written == r || p.Other == r)))
            yield return new Effect(SkipInit(uninitialised.Var));
        foreach ((Parameter written, Parameter other) in pairs)
            yield return new Effect(Distinct(written.Var, other.Var));

        bool IsWritten(Parameter parameter) => parameter.Mode == RefMode.Out || stored.Contains(parameter.Var);
    }

    private static IEnumerable<Stmt> OfBuffers(Function function, DerivativeParameters derivatives)
    {
        DerivativeParameter[] buffers = derivatives.Buffers.ToArray();
        var mayBeNull = new HashSet<Var>(NullTests.In(function.Body).Select(t => t.Left).OfType<Read>().Select(r => r.Place.Root()).OfType<Var>());
        foreach (DerivativeParameter buffer in buffers)
        {
            Expr length = buffer.Of.Var.Type switch
            {
                SpanType => new Length(buffer.Of.Var.Read),
                ArrayType { Rank: 1, Element: not ArrayType } when mayBeNull.Contains(buffer.Of.Var) => Buffers.Count(buffer.Of.Var, []),
                _ => buffer.Of.Var.Read,
            };
            yield return Check("Length", buffer.Var, length, buffer.Var.Name);
            if (buffer.Var.Type is ArrayType { Element: ArrayType })
                yield return Check("Distinct", buffer.Var, null, buffer.Var.Name);
        }

        Storages storages = Storages.Of(function);
        Var[] arrays = function.Parameters.Select(p => p.Var).Where(v => v.Type.IsStorage()).ToArray();
        for (int i = 0; i < buffers.Length; i++)
        {
            foreach (Var other in arrays.Concat(buffers.Skip(i + 1).Select(b => b.Var)).Where(o => CanOverlap(buffers[i].Var, o)))
                yield return Check("Apart", buffers[i].Var, other.Read, buffers[i].Var.Name);
        }

        // Rows that are one array have one content, but shadows apart.
        foreach (Var rows in arrays.Where(a => a.Type is ArrayType { Element: ArrayType } && a.Type.Content() is RealType && storages.IsStoredThrough(a)))
            yield return Check("Distinct", rows, null, rows.Name);

        for (int i = 0; i < arrays.Length; i++)
        {
            for (int j = i + 1; j < arrays.Length; j++)
            {
                if (!CanOverlap(arrays[i], arrays[j]) || !(storages.IsStoredThrough(arrays[i]) || storages.IsStoredThrough(arrays[j])))
                    continue;
                (Var written, Var other) = storages.IsStoredThrough(arrays[i]) ? (arrays[i], arrays[j]) : (arrays[j], arrays[i]);
                yield return Check("Apart", written, other.Read, written.Name);
            }
        }
    }

    /// <summary>Checks that a buffer has as many elements as it must.</summary>
    public static Effect Length(Var buffer, Expr length) => Check("Length", buffer, length, buffer.Name);

    /// <summary>Whether the statement is about buffers and no guard of the method's own.</summary>
    public static bool IsOurs(Stmt stmt) => stmt is Effect { Call.Function.Container: Container };

    private static bool CanOverlap(Var a, Var b) =>
        a.Type.Content() == b.Type.Content() && (a.Type is ArrayType { Rank: > 1 }) == (b.Type is ArrayType { Rank: > 1 });

    private static Effect Check(string name, Var buffer, Expr? other, string shown) => new(
        new Call(
            new FunctionRef(FunctionFamily.Other, Container,
                buffer.Type is ArrayType { Rank: > 1 } && name == "Apart" ? name : $"{name}<{buffer.Type.Content().CSharp}>",
                [
                    new ParameterRef("buffer", buffer.Type, RefMode.Value),
                    .. other is null ? default(EquatableArray<ParameterRef>) : [new ParameterRef("other", other.Type, RefMode.Value)],
                    new ParameterRef("name", new InertType("string"), RefMode.Value),
                ],
                IrType.Void),
            other is null ? [buffer.Read, InertConst.String(shown)] : [buffer.Read, other, InertConst.String(shown)]));

    private static Call SkipInit(Var variable) => new(
        new FunctionRef(FunctionFamily.Other, "global::System.Runtime.CompilerServices.Unsafe", "SkipInit",
            [new ParameterRef("value", variable.Type, RefMode.Out)], IrType.Void),
        [variable.Read]);

    private static Call Distinct(Var written, Var other) => new(
        new FunctionRef(FunctionFamily.Other, "global::AutoDiffGen.Runtime.Guard", "Distinct",
            [
                new ParameterRef("written", written.Type, RefMode.In),
                new ParameterRef("other", other.Type, RefMode.In),
                new ParameterRef("name", new InertType("string"), RefMode.Value),
            ],
            IrType.Void),
        [written.Read, other.Read, InertConst.String(written.Name)]);
}
