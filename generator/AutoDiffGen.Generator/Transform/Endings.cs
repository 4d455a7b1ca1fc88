using AutoDiffGen.Generator.Ir;

namespace AutoDiffGen.Generator.Transform;

/// <summary>What every derivative ends with.</summary>
internal static class Endings
{
    /// <summary>Derivative code that belongs to no single source statement.</summary>
    public static readonly Origin Origin = new(null, Sweep.Reverse);

    /// <summary>Leaves the data the method writes as the method itself leaves it.</summary>
    public static IEnumerable<Stmt> WriteBack(Prepared prepared) =>
        prepared.Written.Select(w => new Assign(new ReferencePlace(w.Parameter), w.Value, new Origin(null, Sweep.Primal)));
}
