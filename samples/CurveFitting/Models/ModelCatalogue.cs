using static CurveFitting.Models.ExponentialModels;
using static CurveFitting.Models.MiscellaneousModels;
using static CurveFitting.Models.RationalModels;

namespace CurveFitting.Models;

/// <summary>Says which model each NIST data set is fitted with.</summary>
/// <remarks>An adapter only spreads the parameters over the arguments of the generated method: one call, nothing allocated.</remarks>
public static class ModelCatalogue
{
    private static readonly Model _saturation = new(2, 1, static (x, b, g) =>
        Saturation_Grad(x[0], b[0], b[1], out g[0], out g[1]));

    private static readonly Model _chwirut = new(3, 1, static (x, b, g) =>
        Chwirut_Grad(x[0], b[0], b[1], b[2], out g[0], out g[1], out g[2]));

    private static readonly Model _lanczos = new(6, 1, static (x, b, g) =>
        Lanczos_Grad(x[0], b[0], b[1], b[2], b[3], b[4], b[5], out g[0], out g[1], out g[2], out g[3], out g[4], out g[5]));

    private static readonly Model _gauss = new(8, 1, static (x, b, g) =>
        Gauss_Grad(
            x[0], b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7],
            out g[0], out g[1], out g[2], out g[3], out g[4], out g[5], out g[6], out g[7]));

    private static readonly Model _cubic = new(7, 1, static (x, b, g) =>
        Cubic_Grad(
            x[0], b[0], b[1], b[2], b[3], b[4], b[5], b[6],
            out g[0], out g[1], out g[2], out g[3], out g[4], out g[5], out g[6]));

    private static readonly Dictionary<string, Model> _models = new(StringComparer.Ordinal)
    {
        ["Bennett5"] = new(3, 1, static (x, b, g) => Bennett5_Grad(x[0], b[0], b[1], b[2], out g[0], out g[1], out g[2])),
        ["BoxBOD"] = _saturation,
        ["Chwirut1"] = _chwirut,
        ["Chwirut2"] = _chwirut,
        ["DanWood"] = new(2, 1, static (x, b, g) => DanWood_Grad(x[0], b[0], b[1], out g[0], out g[1])),
        ["Eckerle4"] = new(3, 1, static (x, b, g) => Eckerle4_Grad(x[0], b[0], b[1], b[2], out g[0], out g[1], out g[2])),
        ["ENSO"] = new(9, 1, static (x, b, g) =>
            Enso_Grad(
                x[0], b[0], b[1], b[2], b[3], b[4], b[5], b[6], b[7], b[8],
                out g[0], out g[1], out g[2], out g[3], out g[4], out g[5], out g[6], out g[7], out g[8])),
        ["Gauss1"] = _gauss,
        ["Gauss2"] = _gauss,
        ["Gauss3"] = _gauss,
        ["Hahn1"] = _cubic,
        ["Kirby2"] = new(5, 1, static (x, b, g) =>
            Kirby2_Grad(x[0], b[0], b[1], b[2], b[3], b[4], out g[0], out g[1], out g[2], out g[3], out g[4])),
        ["Lanczos1"] = _lanczos,
        ["Lanczos2"] = _lanczos,
        ["Lanczos3"] = _lanczos,
        ["MGH09"] = new(4, 1, static (x, b, g) =>
            Mgh09_Grad(x[0], b[0], b[1], b[2], b[3], out g[0], out g[1], out g[2], out g[3])),
        ["MGH10"] = new(3, 1, static (x, b, g) => Mgh10_Grad(x[0], b[0], b[1], b[2], out g[0], out g[1], out g[2])),
        ["MGH17"] = new(5, 1, static (x, b, g) =>
            Mgh17_Grad(x[0], b[0], b[1], b[2], b[3], b[4], out g[0], out g[1], out g[2], out g[3], out g[4])),
        ["Misra1a"] = _saturation,
        ["Misra1b"] = new(2, 1, static (x, b, g) => Misra1b_Grad(x[0], b[0], b[1], out g[0], out g[1])),
        ["Misra1c"] = new(2, 1, static (x, b, g) => Misra1c_Grad(x[0], b[0], b[1], out g[0], out g[1])),
        ["Misra1d"] = new(2, 1, static (x, b, g) => Misra1d_Grad(x[0], b[0], b[1], out g[0], out g[1])),

        // NIST models log[y] here, and certifies the residuals of the logarithm.
        ["Nelson"] = new(3, 2, static (x, b, g) => Nelson_Grad(x[0], x[1], b[0], b[1], b[2], out g[0], out g[1], out g[2]))
        {
            ResponseScale = Math.Log,
        },
        ["Rat42"] = new(3, 1, static (x, b, g) => Rat42_Grad(x[0], b[0], b[1], b[2], out g[0], out g[1], out g[2])),
        ["Rat43"] = new(4, 1, static (x, b, g) =>
            Rat43_Grad(x[0], b[0], b[1], b[2], b[3], out g[0], out g[1], out g[2], out g[3])),
        ["Roszman1"] = new(4, 1, static (x, b, g) =>
            Roszman1_Grad(x[0], b[0], b[1], b[2], b[3], out g[0], out g[1], out g[2], out g[3])),
        ["Thurber"] = _cubic,
    };

    /// <summary>The data sets there is a model for.</summary>
    public static IReadOnlyCollection<string> Names => _models.Keys;

    /// <summary>The model of a data set.</summary>
    /// <param name="name">The data set's name, as its file gives it.</param>
    /// <exception cref="InvalidDataException">There is no model for it.</exception>
    public static Model Find(string name) =>
        _models.TryGetValue(name, out Model? model) ? model : throw new InvalidDataException($"There is no model for the data set '{name}'.");
}
