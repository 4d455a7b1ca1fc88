using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Transform;

/// <summary>
/// What a derivative checks on entry, before anything is written: that no by-reference argument it writes is also another argument.
/// The sweeps hold by-reference parameters in variables, which is right only then.
/// </summary>
internal static class Guards
{
    /// <param name="function">Stores through a reference wherever its parameter is written.</param>
    public static IEnumerable<Stmt> Of(Function function)
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
