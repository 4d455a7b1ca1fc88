using AutoDiffGen.Generator.Analysis;
using AutoDiffGen.Generator.Ir;
using AutoDiffGen.Generator.Model;

namespace AutoDiffGen.Generator.Transform;

/// <summary>A derivative whose reverse code still uses the forward sweep's variables from wherever they are: <see cref="Keep"/> makes a function of it.</summary>
/// <param name="Blocks">The blocks of the forward sweep by the numbers that the marks in the function name.</param>
/// <param name="Scratches">The arrays that rounds of loops have to themselves.</param>
internal sealed record Reversed(Function Function, IReadOnlyDictionary<int, EquatableArray<Stmt>> Blocks, Scratches Scratches);
