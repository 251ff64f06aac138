/** Every rule there is, by code. */
import F101 from "./F101";
import F102 from "./F102";
import F103 from "./F103";
import F104 from "./F104";
import F105 from "./F105";
import F106 from "./F106";
import F107 from "./F107";
import F108 from "./F108";
import F109 from "./F109";
import F110 from "./F110";
import F111 from "./F111";
import F112 from "./F112";
import F113 from "./F113";
import F114 from "./F114";
import F115 from "./F115";
import F116 from "./F116";
import F117 from "./F117";
import F118 from "./F118";
import C201 from "./C201";
import C202 from "./C202";
import C203 from "./C203";
import C204 from "./C204";
import C205 from "./C205";
import C206 from "./C206";
import C207 from "./C207";
import C208 from "./C208";
import C209 from "./C209";
import C210 from "./C210";
import C211 from "./C211";
import C212 from "./C212";
import C213 from "./C213";
import C214 from "./C214";
import P301 from "./P301";
import P302 from "./P302";
import P303 from "./P303";
import P304 from "./P304";
import P305 from "./P305";
import P306 from "./P306";
import P307 from "./P307";
import P308 from "./P308";
import P309 from "./P309";
import P310 from "./P310";
import P311 from "./P311";
import P312 from "./P312";
import S401 from "./S401";
import S402 from "./S402";
import S403 from "./S403";
import S404 from "./S404";
import R501 from "./R501";
import R502 from "./R502";
import R503 from "./R503";
import R504 from "./R504";
import R505 from "./R505";
import R506 from "./R506";
import R507 from "./R507";
import R508 from "./R508";
import R509 from "./R509";
import D601 from "./D601";
import D602 from "./D602";
import D603 from "./D603";
import D604 from "./D604";
import D605 from "./D605";
import D606 from "./D606";
import D607 from "./D607";
import K701 from "./K701";
import K702 from "./K702";
import K703 from "./K703";
import K704 from "./K704";
import K705 from "./K705";
import K706 from "./K706";
import A801 from "./A801";
import A802 from "./A802";
import A803 from "./A803";
import A804 from "./A804";
import type { Rule } from "./rule";

export const RULES: readonly Rule[] = [
  F101,
  F102,
  F103,
  F104,
  F105,
  F106,
  F107,
  F108,
  F109,
  F110,
  F111,
  F112,
  F113,
  F114,
  F115,
  F116,
  F117,
  F118,
  C201,
  C202,
  C203,
  C204,
  C205,
  C206,
  C207,
  C208,
  C209,
  C210,
  C211,
  C212,
  C213,
  C214,
  P301,
  P302,
  P303,
  P304,
  P305,
  P306,
  P307,
  P308,
  P309,
  P310,
  P311,
  P312,
  S401,
  S402,
  S403,
  S404,
  R501,
  R502,
  R503,
  R504,
  R505,
  R506,
  R507,
  R508,
  R509,
  D601,
  D602,
  D603,
  D604,
  D605,
  D606,
  D607,
  K701,
  K702,
  K703,
  K704,
  K705,
  K706,
  A801,
  A802,
  A803,
  A804,
];
