// STAND-IN for the generated members. DELETE this file when the generator is referenced.
#pragma warning disable CS1591
namespace CurveFitting.Models;

public static partial class ExponentialModels
{
    public static double Saturation_Grad(double x, double b1, double b2, out double db1, out double db2)
    {
        double e = Math.Exp(-b2 * x);
        db1 = 1 - e;
        db2 = b1 * e * x;
        return b1 * (1 - e);
    }

    public static double Chwirut_Grad(double x, double b1, double b2, double b3, out double db1, out double db2, out double db3)
    {
        double den = b2 + b3 * x;
        double v = Math.Exp(-b1 * x) / den;
        db1 = -x * v;
        db2 = -v / den;
        db3 = -v / den * x;
        return v;
    }

    public static double Lanczos_Grad(double x, double b1, double b2, double b3, double b4, double b5, double b6,
        out double db1, out double db2, out double db3, out double db4, out double db5, out double db6)
    {
        db1 = Math.Exp(-b2 * x);
        db3 = Math.Exp(-b4 * x);
        db5 = Math.Exp(-b6 * x);
        db2 = -x * b1 * db1;
        db4 = -x * b3 * db3;
        db6 = -x * b5 * db5;
        return b1 * db1 + b3 * db3 + b5 * db5;
    }

    public static double Gauss_Grad(double x, double b1, double b2, double b3, double b4, double b5, double b6, double b7, double b8,
        out double db1, out double db2, out double db3, out double db4, out double db5, out double db6, out double db7, out double db8)
    {
        double f = x - b4, s = x - b7;
        db1 = Math.Exp(-b2 * x);
        db3 = Math.Exp(-(f * f) / (b5 * b5));
        db6 = Math.Exp(-(s * s) / (b8 * b8));
        db2 = -x * b1 * db1;
        db4 = b3 * db3 * 2 * f / (b5 * b5);
        db5 = b3 * db3 * 2 * f * f / (b5 * b5 * b5);
        db7 = b6 * db6 * 2 * s / (b8 * b8);
        db8 = b6 * db6 * 2 * s * s / (b8 * b8 * b8);
        return b1 * db1 + b3 * db3 + b6 * db6;
    }

    public static double Nelson_Grad(double x1, double x2, double b1, double b2, double b3, out double db1, out double db2, out double db3)
    {
        double e = Math.Exp(-b3 * x2);
        db1 = 1;
        db2 = -x1 * e;
        db3 = b2 * x1 * e * x2;
        return b1 - b2 * x1 * e;
    }

    public static double Mgh17_Grad(double x, double b1, double b2, double b3, double b4, double b5,
        out double db1, out double db2, out double db3, out double db4, out double db5)
    {
        db1 = 1;
        db2 = Math.Exp(-x * b4);
        db3 = Math.Exp(-x * b5);
        db4 = -x * b2 * db2;
        db5 = -x * b3 * db3;
        return b1 + b2 * db2 + b3 * db3;
    }

    public static double Mgh10_Grad(double x, double b1, double b2, double b3, out double db1, out double db2, out double db3)
    {
        double d = x + b3;
        db1 = Math.Exp(b2 / d);
        db2 = b1 * db1 / d;
        db3 = -b1 * db1 * b2 / (d * d);
        return b1 * db1;
    }

    public static double Eckerle4_Grad(double x, double b1, double b2, double b3, out double db1, out double db2, out double db3)
    {
        double d = (x - b3) / b2;
        double e = Math.Exp(-0.5 * d * d);
        double v = b1 / b2 * e;
        db1 = e / b2;
        db2 = v * (d * d - 1) / b2;
        db3 = v * d / b2;
        return v;
    }

    public static double Rat42_Grad(double x, double b1, double b2, double b3, out double db1, out double db2, out double db3)
    {
        double e = Math.Exp(b2 - b3 * x), d = 1 + e;
        db1 = 1 / d;
        db2 = -b1 * e / (d * d);
        db3 = -db2 * x;
        return b1 / d;
    }

    public static double Rat43_Grad(double x, double b1, double b2, double b3, double b4, out double db1, out double db2, out double db3, out double db4)
    {
        double e = Math.Exp(b2 - b3 * x), d = 1 + e, p = Math.Pow(d, 1 / b4), v = b1 / p;
        db1 = 1 / p;
        db2 = -v / b4 * e / d;
        db3 = -db2 * x;
        db4 = v * Math.Log(d) / (b4 * b4);
        return v;
    }
}

public static partial class RationalModels
{
    public static double Kirby2_Grad(double x, double b1, double b2, double b3, double b4, double b5,
        out double db1, out double db2, out double db3, out double db4, out double db5)
    {
        double d = 1 + b4 * x + b5 * x * x, v = (b1 + b2 * x + b3 * x * x) / d;
        db1 = 1 / d;
        db2 = x / d;
        db3 = x * x / d;
        db4 = -v * db2;
        db5 = -v * db3;
        return v;
    }

    public static double Cubic_Grad(double x, double b1, double b2, double b3, double b4, double b5, double b6, double b7,
        out double db1, out double db2, out double db3, out double db4, out double db5, out double db6, out double db7)
    {
        double x2 = Math.Pow(x, 2), x3 = Math.Pow(x, 3);
        double d = 1 + b5 * x + b6 * x2 + b7 * x3, v = (b1 + b2 * x + b3 * x2 + b4 * x3) / d;
        db1 = 1 / d;
        db2 = x / d;
        db3 = x2 / d;
        db4 = x3 / d;
        db5 = -v * db2;
        db6 = -v * db3;
        db7 = -v * db4;
        return v;
    }

    public static double Mgh09_Grad(double x, double b1, double b2, double b3, double b4, out double db1, out double db2, out double db3, out double db4)
    {
        double n = x * x + x * b2, d = x * x + x * b3 + b4, v = b1 * n / d;
        db1 = n / d;
        db2 = b1 * x / d;
        db3 = -v * x / d;
        db4 = -v / d;
        return v;
    }
}

public static partial class MiscellaneousModels
{
    public static double Misra1b_Grad(double x, double b1, double b2, out double db1, out double db2)
    {
        double t = 1 + b2 * x / 2, p = Math.Pow(t, -2);
        db1 = 1 - p;
        db2 = b1 * p / t * x;
        return b1 * (1 - p);
    }

    public static double Misra1c_Grad(double x, double b1, double b2, out double db1, out double db2)
    {
        double t = 1 + 2 * b2 * x, p = Math.Pow(t, -0.5);
        db1 = 1 - p;
        db2 = b1 * p / t * x;
        return b1 * (1 - p);
    }

    public static double Misra1d_Grad(double x, double b1, double b2, out double db1, out double db2)
    {
        double t = 1 + b2 * x, p = Math.Pow(t, -1);
        db1 = b2 * x * p;
        db2 = b1 * x * p - b1 * b2 * x * p / t * x;
        return b1 * b2 * x * p;
    }

    public static double DanWood_Grad(double x, double b1, double b2, out double db1, out double db2)
    {
        db1 = Math.Pow(x, b2);
        db2 = b1 * db1 * Math.Log(x);
        return b1 * db1;
    }

    public static double Roszman1_Grad(double x, double b1, double b2, double b3, double b4, out double db1, out double db2, out double db3, out double db4)
    {
        double t = x - b4, q = b3 / t, s = -1 / (Math.PI * (1 + q * q));
        db1 = 1;
        db2 = -x;
        db3 = s / t;
        db4 = s * q / t;
        return b1 - b2 * x - Math.Atan2(b3, t) / Math.PI;
    }

    public static double Enso_Grad(double x, double b1, double b2, double b3, double b4, double b5, double b6, double b7, double b8, double b9,
        out double db1, out double db2, out double db3, out double db4, out double db5, out double db6, out double db7, out double db8, out double db9)
    {
        (db3, db2) = Math.SinCos(2 * Math.PI * x / 12);
        double u = 2 * Math.PI * x / b4, w = 2 * Math.PI * x / b7;
        (db6, db5) = Math.SinCos(u);
        (db9, db8) = Math.SinCos(w);
        db1 = 1;
        db4 = (b5 * db6 - b6 * db5) * u / b4;
        db7 = (b8 * db9 - b9 * db8) * w / b7;
        return b1 + b2 * db2 + b3 * db3 + b5 * db5 + b6 * db6 + b8 * db8 + b9 * db9;
    }

    public static double Bennett5_Grad(double x, double b1, double b2, double b3, out double db1, out double db2, out double db3)
    {
        double t = b2 + x, p = Math.Pow(t, -1 / b3);
        db1 = p;
        db2 = -b1 * p / (b3 * t);
        db3 = b1 * p * Math.Log(t) / (b3 * b3);
        return b1 * p;
    }
}
